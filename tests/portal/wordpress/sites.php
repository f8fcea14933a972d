<?php
/*
Plugin Name: Makes of the one test site the several that front.py offers
*/

const REGISTERED = [
    'newsroom_uid', 'newsroom_rev', 'kicker', 'subjudul', 'penulis_lain', 'kontributor', 'editor',
    'topik', 'waktu_peristiwa', 'teks_medsos',
];

if (RIG_SITE !== 'kosong') {
    add_action('init', function () {
        foreach (REGISTERED as $key) {
            register_post_meta('post', $key, [
                'type' => 'string',
                'single' => true,
                'show_in_rest' => true,
                'auth_callback' => fn() => current_user_can('edit_posts'),
            ]);
        }
    });
}

if (RIG_SITE === 'polos') {
    add_filter('pre_option_permalink_structure', fn() => '');
}

if (RIG_SITE === 'tertutup') {
    add_filter('rest_authentication_errors', fn($result) => $result ?: (is_user_logged_in()
        ? $result
        : new WP_Error('rest_login_required', 'REST API restricted to authenticated users.', ['status' => 401])));
}

if (RIG_SITE === 'buntu') {
    add_filter('rest_authentication_errors', fn() => new WP_Error('rest_disabled', 'The REST API is disabled on this site.', ['status' => 403]));
}

if (RIG_SITE === 'tanpasandi') {
    add_filter('wp_is_application_passwords_available', '__return_false');
}

if (RIG_SITE === 'jam') {
    add_filter('pre_option_timezone_string', fn() => '');
    add_filter('pre_option_gmt_offset', fn() => '7', 11); // after WordPress's own
}

if (RIG_SITE === 'lemah') {
    // As PHP out of memory: the picture is in the library by then, its sizes are not made.
    add_filter('intermediate_image_sizes_advanced', function ($sizes) {
        if (!str_contains($_SERVER['REQUEST_URI'], 'post-process')) {
            http_response_code(500);
            exit;
        }
        return $sizes;
    });
}

// As a plugin does that makes a page of a post: {"rig_type": "page"} along with an edit.
add_action('rest_after_insert_post', function ($post, $request) {
    if ($request['rig_type']) {
        set_post_type($post->ID, $request['rig_type']);
    }
}, 10, 2);
