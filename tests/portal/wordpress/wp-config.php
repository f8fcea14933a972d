<?php
// The configuration of the WordPress that tests start. All of its folder is private to the
// tests: the database has no password, but is reached through a socket in that folder alone.
$folder = dirname(__DIR__);

define('DB_NAME', 'wordpress');
define('DB_USER', 'wordpress');
define('DB_PASSWORD', '');
define('DB_HOST', "localhost:$folder/database.sock");
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

// Which of the sites that front.py offers is asked; all of them are this one.
define('RIG_SITE', $_SERVER['HTTP_X_RIG_SITE'] ?? '');
define('WP_HOME', rtrim(file_get_contents("$folder/url") . '/' . RIG_SITE, '/'));
define('WP_SITEURL', WP_HOME);
define('WP_DEFAULT_THEME', 'twentytwentythree');

// Application passwords without https are for such sites alone.
define('WP_ENVIRONMENT_TYPE', 'local');

// Nothing leaves the machine: other hosts are refused, and itself it asks without a proxy.
define('WP_HTTP_BLOCK_EXTERNAL', true);
putenv('no_proxy=*');
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);

if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
