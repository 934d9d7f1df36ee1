<?php

/**
 * For opcache.preload: defines the classes of Provost when PHP starts. With ffi.enable=preload, PHP's own setting, only
 * classes that were preloaded may use FFI in web requests. Nothing is opened or called here; README.md shows the lines
 * for php.ini. All classes are preloaded, not just src/Native, so that one version of the package serves a request.
 */

declare(strict_types=1);

require_once __DIR__ . '/autoload.php';

(static function (): void {
    $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator(__DIR__ . '/src'));
    foreach (new RegexIterator($files, '/\.php$/') as $file) {
        $class = 'Provost\\' . strtr(substr((string) $file, strlen(__DIR__ . '/src/'), -strlen('.php')), '/', '\\');
        class_exists($class) || interface_exists($class);
    }
})();
