-- A row here is a component from which no way leads to the top: it is part of a circle.
with recursive reached as (

    select pillar_id
    from {{ ref('pillars') }}
    where parent_pillar_id is null
    union
    select pillars.pillar_id
    from {{ ref('pillars') }} as pillars
    inner join reached on pillars.parent_pillar_id = reached.pillar_id

)

select
    pillars.pillar_id,
    pillars.parent_pillar_id
from {{ ref('pillars') }} as pillars
anti join reached on pillars.pillar_id = reached.pillar_id
