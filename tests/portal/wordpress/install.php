<?php
// Installs the site: Jakarta's time, readable addresses, five people, one of each role, no sample contents.
// usage: php install.php FOLDER
// Answers with the password and an application password of each login.

define('WP_INSTALLING', true);
require __DIR__ . '/load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

add_filter('pre_wp_mail', '__return_true');

$passwords = ['admin' => wp_generate_password(16, false)];
wp_install('Portal Uji', 'admin', 'admin@example.test', true, '', $passwords['admin']);
$roles = ['redaktur' => 'editor', 'penulis' => 'author', 'kontributor' => 'contributor', 'pembaca' => 'subscriber'];
foreach ($roles as $login => $role) {
    $passwords[$login] = wp_generate_password(16, false);
    $user = wp_insert_user([
        'user_login' => $login,
        'user_pass' => $passwords[$login],
        'user_email' => "$login@example.test",
        'display_name' => ucfirst($login) . ' Uji',
        'role' => $role,
    ]);
    if (is_wp_error($user)) {
        throw new RuntimeException($user->get_error_message());
    }
}

$everything = ['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1, 'fields' => 'ids'];
foreach (get_posts($everything) as $post) {
    wp_delete_post($post, true);
}

update_option('timezone_string', 'Asia/Jakarta');
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/');
delete_option('rewrite_rules'); // the next visit makes them, with the new structure in force

$application = [];
foreach (array_keys($passwords) as $login) {
    $made = WP_Application_Passwords::create_new_application_password(get_user_by('login', $login)->ID, ['name' => 'newsroom']);
    $application[$login] = trim(chunk_split($made[0], 4, ' '));
}

echo json_encode(['users' => $passwords, 'application_passwords' => $application], AS_JSON), "\n";
