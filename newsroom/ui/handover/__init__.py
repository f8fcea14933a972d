"""Stories handed to another desk and taken over from there, as a person meets it."""
