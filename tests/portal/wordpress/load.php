<?php
// Loads the WordPress of the folder named first on the command line, for the scripts beside
// this file. They answer with one JSON value on standard output.

const AS_JSON = JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR;

ini_set('display_errors', 'stderr');
$site = parse_url(file_get_contents("$argv[1]/url"));
$_SERVER['HTTP_HOST'] = "$site[host]:$site[port]";
$_SERVER['SERVER_NAME'] = $site['host'];
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require "$argv[1]/www/wp-load.php";
