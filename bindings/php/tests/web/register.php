<?php

/**
 * A page that registers a learner, in a store that lives as long as the request. It knows nothing of FFI.
 */

declare(strict_types=1);

use Provost\Exception\LibraryException;
use Provost\Tests\Story;

require_once __DIR__ . '/../../autoload.php';
require_once __DIR__ . '/../Story.php';

header('Content-Type: text/plain; charset=UTF-8');
try {
    $answer = Story::engine()->register('ana', 'COOK-1', effective: Story::ENROLLED);
    echo PHP_SAPI, ' ', $answer->document, "\n";
} catch (LibraryException $error) {
    http_response_code(503);
    echo PHP_SAPI, ' ', $error->getMessage(), "\n";
}
