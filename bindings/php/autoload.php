<?php

/**
 * Finds the classes of Provost without Composer: require this file once.
 */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (!str_starts_with($class, 'Provost\\')) {
        return;
    }
    $file = __DIR__ . '/src/' . strtr(substr($class, strlen('Provost\\')), '\\', '/') . '.php';
    if (is_file($file)) {
        require $file;
    }
});
