-- A row here is a component whose parent belongs to another plan: two plans' structures got mixed in resolution.
select
    pillars.pillar_id,
    pillars.plan_id,
    parents.pillar_id as parent_pillar_id,
    parents.plan_id as parent_plan_id
from {{ ref('pillars') }} as pillars
inner join {{ ref('pillars') }} as parents on pillars.parent_pillar_id = parents.pillar_id
where pillars.plan_id != parents.plan_id
