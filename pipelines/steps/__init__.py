"""The refresh's Python steps: what is new is worked on, what is known is taken from the state.

Each step reads what earlier ones wrote to the state folder and writes its own tables there. Assets wrap these
functions; tests call them without Dagster.
"""
