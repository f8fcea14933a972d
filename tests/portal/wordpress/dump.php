<?php
// Answers with what is on the site: its posts, pictures, categories and tags.
// usage: php dump.php FOLDER

require __DIR__ . '/load.php';

function term_slugs(int $post, string $taxonomy): array
{
    return wp_get_post_terms($post, $taxonomy, ['fields' => 'slugs', 'orderby' => 'slug']);
}

function all_terms(string $taxonomy): array
{
    $terms = get_terms(['taxonomy' => $taxonomy, 'hide_empty' => false]);
    $names = array_column($terms, 'slug', 'term_id');
    return array_map(fn($term) => [
        'slug' => $term->slug,
        'name' => html_entity_decode($term->name, ENT_QUOTES),
        'parent' => $names[$term->parent] ?? '',
    ], $terms);
}

function all_posts(string $type): array
{
    $posts = get_posts([
        'post_type' => $type,
        'post_status' => array_keys(get_post_stati()),
        'numberposts' => -1,
        'orderby' => 'ID',
        'order' => 'ASC',
    ]);
    return array_map(fn($post) => [
        'id' => $post->ID,
        'title' => $post->post_title,
        'excerpt' => $post->post_excerpt,
        'content' => $post->post_content,
        'author' => get_userdata($post->post_author)->user_login,
        'date' => $post->post_date,
        'date_gmt' => $post->post_date_gmt,
        'slug' => $post->post_name,
        'status' => $post->post_status,
    ], $posts);
}

$posts = array_map(fn($post) => $post + [
    'categories' => term_slugs($post['id'], 'category'),
    'tags' => term_slugs($post['id'], 'post_tag'),
    'featured' => get_post_thumbnail_id($post['id']),
    'meta' => get_post_meta($post['id']), // all values of each: WordPress may keep several
], all_posts('post'));

$media = array_map(fn($picture) => $picture + [
    'url' => wp_get_attachment_url($picture['id']),
    'alt' => get_post_meta($picture['id'], '_wp_attachment_image_alt', true),
    'mime' => get_post_mime_type($picture['id']),
    'post' => wp_get_post_parent_id($picture['id']),
], all_posts('attachment'));

echo json_encode([
    'posts' => $posts,
    'media' => $media,
    'categories' => all_terms('category'),
    'tags' => all_terms('post_tag'),
], AS_JSON), "\n";
