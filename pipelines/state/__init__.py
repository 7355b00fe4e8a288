"""What a refresh leaves for the next one, beside the warehouse: written whole or not at all, safe to kill anywhere."""
