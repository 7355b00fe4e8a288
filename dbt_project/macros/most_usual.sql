{% macro most_usual(value, prefer_longest=false) -%}
    {#- Ties are broken by length (where asked) and then by the value itself, so that no order of arrival shows. -#}
    list_sort(list_transform(
        map_entries(histogram({{ value }})),
        lambda entry: {
            'rank': -entry.value::bigint,
            'size': {{ '-length(entry.key)' if prefer_longest else '0' }},
            'value': entry.key
        }
    ))[1].value
{%- endmacro %}
