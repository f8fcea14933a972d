<?php
// Says what a site makes of the contents of posts as somebody of this login saves them: what he
// may not write is taken out on the way, and readers get what is made of the rest.
// usage: php contents.php FOLDER LOGIN < TEXTS
// TEXTS are contents, each a JSON string on a line. Answers each at once with a line of JSON:
// {"saved": the content as it is kept, "shown": what readers get}.

require __DIR__ . '/load.php';

wp_set_current_user(get_user_by('login', $argv[2])->ID);
kses_init();
while (($line = fgets(STDIN)) !== false) {
    $content = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
    $saved = wp_unslash(apply_filters('content_save_pre', wp_slash($content)));
    $shown = apply_filters('the_content', $saved);
    echo json_encode(['saved' => $saved, 'shown' => $shown], AS_JSON & ~JSON_PRETTY_PRINT), "\n";
}
