<?php
// Publishes a post as it stands and answers with its address.
// usage: php publish.php FOLDER ID

require __DIR__ . '/load.php';

wp_publish_post((int) $argv[2]);
echo json_encode(get_permalink((int) $argv[2]), AS_JSON), "\n";
