<?php

/**
 * Runs the tests of the PHP package: every method test... of every class ...Test in this folder. PROVOST_LIBRARY names
 * the library's file.
 *
 *     php bindings/php/tests/run.php [NAME...]     only tests whose names contain one of these
 */

declare(strict_types=1);

use Provost\Tests\TestCase;

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    // What was silenced with @ is none of our business.
    return (error_reporting() & $level) === 0 || throw new ErrorException($message, 0, $level, $file, $line);
});
require __DIR__ . '/../autoload.php';
foreach (['TestCase', 'Story', 'WebServer'] as $helper) {
    require __DIR__ . "/$helper.php";
}

if (!is_file((string) getenv('PROVOST_LIBRARY'))) {
    fwrite(STDERR, "Set PROVOST_LIBRARY to the path of libprovost_c.so.0, for example in the build folder.\n");
    exit(2);
}
$wanted = array_slice($argv, 1);
[$passed, $failed] = [0, 0];
foreach (glob(__DIR__ . '/*Test.php') as $file) {
    require $file;
    $class = 'Provost\\Tests\\' . basename($file, '.php');
    foreach (preg_grep('/^test/', get_class_methods($class)) as $method) {
        $name = basename($file, '.php') . '.' . $method;
        if ($wanted !== [] && str_replace($wanted, '', $name) === $name) {
            continue;
        }
        $test = new $class();
        assert($test instanceof TestCase);
        try {
            $test->$method();
            ++$passed;
        } catch (Throwable $error) {
            ++$failed;
            echo "FAILED $name\n$error\n\n";
        } finally {
            $test->tidy();
        }
    }
}
echo "$passed passed, $failed failed\n";
exit($failed === 0 && $passed > 0 ? 0 : 1);
