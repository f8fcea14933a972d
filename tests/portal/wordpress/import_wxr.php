<?php
// Imports a WXR file as an administrator does with Tools > Import > WordPress, downloading
// the attachments. The plugin for that is in no package archive; this stands in for it and
// decides as version 0.9.5 was seen to decide, except that a file which is not well-formed
// is refused outright.
// usage: php import_wxr.php FOLDER FILE [AUTHOR=LOGIN]...
// Answers with {"created": {id in the file: id on the site}, "existing": {…}, "problems": [text, …]};
// exit 1 when the file was refused.

require __DIR__ . '/load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

final class Refused extends Exception {}

final class WxrImport
{
    private const DERIVED_META = ['_wp_attached_file', '_wp_attachment_metadata', '_edit_lock', '_edit_last'];

    /** @var array<int, int> ids on the site, those created now */
    private array $created = [];
    /** @var array<int, int> ids on the site, those that were there before */
    private array $existing = [];
    /** @var list<string> */
    private array $problems = [];
    /** @var array<string, string> addresses in the file and where those pictures are now */
    private array $moved = [];
    /** @var array<int, int> children's ids on the site and their parents' in the file */
    private array $parents = [];
    /** @var array<int, int> posts' ids on the site and their featured pictures' in the file */
    private array $featured = [];
    private string $wp = '';
    private string $site = '';

    /** @param array<string, string> $authors chosen by the person who imports */
    public function __construct(private array $authors) {}

    public function run(string $file): array
    {
        $channel = $this->channel($file);
        $this->site = rtrim((string) $this->wp($channel)->base_site_url, '/');
        foreach ($this->wp($channel)->category as $term) {
            $parent = term_exists((string) $term->category_parent, 'category');
            $this->term('category', $term->category_nicename, $term->cat_name, (int) ($parent['term_id'] ?? 0));
        }
        foreach ($this->wp($channel)->tag as $term) {
            $this->term('post_tag', $term->tag_slug, $term->tag_name);
        }
        foreach ($channel->item as $item) {
            $this->item($item);
        }
        $this->join();
        return ['created' => (object) $this->created, 'existing' => (object) $this->existing, 'problems' => $this->problems];
    }

    private function channel(string $file): SimpleXMLElement
    {
        libxml_use_internal_errors(true);
        $document = new DOMDocument();
        if (!$document->load($file, LIBXML_NONET)) {
            $error = libxml_get_errors()[0];
            throw new Refused("line $error->line: " . trim($error->message));
        }
        if ($document->doctype !== null) {
            throw new Refused('a DOCTYPE is not accepted');
        }
        $rss = simplexml_import_dom($document);
        $this->wp = $rss->getDocNamespaces()['wp'] ?? '';
        $version = trim((string) $this->wp($rss->channel)->wxr_version);
        if (!preg_match('~^http://wordpress.org/export/1\.[12]/$~', $this->wp) || !preg_match('/^\d+\.\d+$/', $version)) {
            throw new Refused('not a WXR file: its version is missing or invalid');
        }
        return $rss->channel;
    }

    private function wp(SimpleXMLElement $element): SimpleXMLElement
    {
        return $element->children($this->wp);
    }

    /** Finds a term by its slug, whatever its name there, or makes it. */
    private function term(string $taxonomy, string $slug, string $name, int $parent = 0): ?int
    {
        $term = term_exists($slug, $taxonomy)
            ?: wp_insert_term(wp_slash($name), $taxonomy, ['slug' => $slug, 'parent' => $parent]);
        if (is_wp_error($term)) {
            $this->problems[] = "term $taxonomy/$slug: " . $term->get_error_message();
            return null;
        }
        return (int) $term['term_id'];
    }

    private function item(SimpleXMLElement $item): void
    {
        $wp = $this->wp($item);
        $in_file = (int) $wp->post_id;
        try {
            $there = post_exists((string) $item->title, '', (string) $wp->post_date, (string) $wp->post_type);
            if ($there) {
                $this->existing[$in_file] = $id = $there;
            } else {
                $this->created[$in_file] = $id = $this->insert($item, $wp);
            }
        } catch (RuntimeException $error) {
            $this->problems[] = "item $in_file, \"$item->title\": " . $error->getMessage();
            return;
        }
        // The terms and fields of what was there already are set and added once more.
        $this->terms($id, $item);
        foreach ($wp->postmeta as $meta) {
            $key = (string) $meta->meta_key;
            if (in_array($key, self::DERIVED_META, true)) {
                continue;
            }
            add_post_meta($id, wp_slash($key), wp_slash((string) $meta->meta_value));
            if ($key === '_thumbnail_id') {
                $this->featured[$id] = (int) $meta->meta_value;
            }
        }
    }

    private function insert(SimpleXMLElement $item, SimpleXMLElement $wp): int
    {
        if (!post_type_exists((string) $wp->post_type)) {
            throw new RuntimeException("no such type: $wp->post_type");
        }
        $post = [
            'import_id' => (int) $wp->post_id,
            'guid' => (string) $item->guid,
            'post_type' => (string) $wp->post_type,
            'post_title' => (string) $item->title,
            'post_content' => (string) $item->children('http://purl.org/rss/1.0/modules/content/')->encoded,
            'post_excerpt' => (string) $item->children("{$this->wp}excerpt/")->encoded,
            'post_author' => $this->author((string) $item->children('http://purl.org/dc/elements/1.1/')->creator),
            'post_date' => (string) $wp->post_date,
            'post_date_gmt' => (string) $wp->post_date_gmt,
            'post_name' => (string) $wp->post_name,
            'post_status' => (string) $wp->status,
            'post_password' => (string) $wp->post_password,
            'comment_status' => (string) $wp->comment_status,
            'ping_status' => (string) $wp->ping_status,
            'menu_order' => (int) $wp->menu_order,
        ];
        $id = $post['post_type'] === 'attachment'
            ? $this->attach($post, (string) $wp->attachment_url ?: $post['guid'])
            : $this->or_fail(wp_insert_post(wp_slash($post), true));
        if ((int) $wp->post_parent) {
            $this->parents[$id] = (int) $wp->post_parent;
        }
        return $id;
    }

    private function author(string $name): int
    {
        $user = get_user_by('login', $this->authors[$name] ?? $name) ?: wp_get_current_user();
        return $user->ID;
    }

    /** Fetches the picture into the library's folder of the item's month. */
    private function attach(array $post, string $url): int
    {
        $address = str_starts_with($url, '/') ? $this->site . $url : $url;
        $answer = $this->or_fail(wp_safe_remote_get($address, ['timeout' => 30]));
        $code = wp_remote_retrieve_response_code($answer);
        if ($code !== 200) {
            throw new RuntimeException("$address answered $code");
        }
        $month = str_replace('-', '/', substr($post['post_date'], 0, 7));
        $name = basename(parse_url($address, PHP_URL_PATH));
        $file = wp_upload_bits($name, null, wp_remote_retrieve_body($answer), $month);
        if ($file['error']) {
            throw new RuntimeException($file['error']);
        }
        $this->moved[$address] = $this->moved[$post['guid']] = $file['url'];
        // Addresses of the picture's smaller sizes, too.
        $this->moved[$this->stem($address)] = $this->stem($file['url']);
        $post = ['guid' => $file['url'], 'post_mime_type' => $file['type']] + $post;
        $id = $this->or_fail(wp_insert_attachment(wp_slash($post), $file['file'], 0, true));
        wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file['file']));
        return $id;
    }

    private function stem(string $address): string
    {
        return preg_replace('~\.[^./]+$~', '', $address);
    }

    private function terms(int $id, SimpleXMLElement $item): void
    {
        $terms = [];
        foreach ($item->category as $category) {
            $taxonomy = (string) $category['domain'];
            if (!isset($category['nicename'])) {
                continue;
            }
            if (!taxonomy_exists($taxonomy)) {
                $this->problems[] = "no such taxonomy: $taxonomy";
            } elseif ($term = $this->term($taxonomy, $category['nicename'], $category)) {
                $terms[$taxonomy][] = $term;
            }
        }
        foreach ($terms as $taxonomy => $ids) {
            wp_set_post_terms($id, $ids, $taxonomy);
        }
    }

    /** Joins what could only be joined once everything had its id and address on the site. */
    private function join(): void
    {
        global $wpdb;
        $ids = $this->created + $this->existing;
        foreach ($this->parents as $child => $parent) {
            if (isset($ids[$parent])) {
                $wpdb->update($wpdb->posts, ['post_parent' => $ids[$parent]], ['ID' => $child]);
            }
        }
        foreach ($this->featured as $post => $picture) {
            if (isset($ids[$picture])) {
                update_post_meta($post, '_thumbnail_id', $ids[$picture]);
            } else {
                $this->problems[] = "post $post: its featured picture $picture is not there";
            }
        }
        uksort($this->moved, fn($one, $other) => strlen($other) - strlen($one));
        foreach ($this->moved as $from => $to) {
            $wpdb->query($wpdb->prepare("UPDATE $wpdb->posts SET post_content = REPLACE(post_content, %s, %s)", $from, $to));
        }
    }

    private function or_fail(mixed $result): mixed
    {
        if (is_wp_error($result)) {
            throw new RuntimeException($result->get_error_message());
        }
        return $result;
    }
}

$authors = [];
foreach (array_slice($argv, 3) as $pair) {
    [$author, $login] = explode('=', $pair, 2);
    $authors[$author] = $login;
}
wp_set_current_user(get_user_by('login', 'admin')->ID);
try {
    echo json_encode((new WxrImport($authors))->run($argv[2]), AS_JSON), "\n";
} catch (Refused $refused) {
    fwrite(STDERR, $refused->getMessage() . "\n");
    exit(1);
}
