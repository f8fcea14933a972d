"""Taking in an old archive: folders of story files, exports of WordPress."""
