"""Assets: a few lines each around the steps. No logic of articles, tables or files belongs here."""
