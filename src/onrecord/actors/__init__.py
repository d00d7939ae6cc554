"""Names, titles, pronouns and metonyms -> actors: who is meant, on that day."""
