<?php

/**
 * What the tests share: assertions, named as PHPUnit names them, and folders that are removed again.
 */

declare(strict_types=1);

namespace Provost\Tests;

use FilesystemIterator;
use Provost\Exception\ProvostException;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;

abstract class TestCase
{
    /** @var list<string> */
    private array $folders = [];

    public function tidy(): void
    {
        foreach ($this->folders as $folder) {
            $files = new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS);
            foreach (new RecursiveIteratorIterator($files, RecursiveIteratorIterator::CHILD_FIRST) as $file) {
                $file->isDir() ? rmdir((string) $file) : unlink((string) $file);
            }
            rmdir($folder);
        }
    }

    protected function assertSame(mixed $expected, mixed $found, string $fix = ''): void
    {
        if ($expected !== $found) {
            $texts = array_map(static fn (mixed $value) => var_export($value, true), [$expected, $found]);
            throw new RuntimeException("expected $texts[0]\nfound $texts[1]\n$fix");
        }
    }

    protected function assertTrue(bool $condition, string $message = 'it does not hold'): void
    {
        if (!$condition) {
            throw new RuntimeException($message);
        }
    }

    protected function assertContains(string $part, string $text): void
    {
        $this->assertTrue(str_contains($text, $part), "no '$part' in: $text");
    }

    /**
     * The exception that an action throws; it must be of this class and code.
     *
     * @template T of ProvostException
     * @param class-string<T> $class
     * @return T
     */
    protected function assertThrows(string $class, string $code, callable $action): ProvostException
    {
        try {
            $action();
        } catch (ProvostException $error) {
            $this->assertSame([$class, $code], [$error::class, $error->errorCode]);
            return $error;
        }
        throw new RuntimeException("$class was not thrown");
    }

    /** A new folder, which everybody may read. */
    protected function folder(): string
    {
        $folder = sys_get_temp_dir() . '/provost_php_' . bin2hex(random_bytes(6));
        mkdir($folder);
        chmod($folder, 0o755);
        return $this->folders[] = $folder;
    }

    protected static function library(): string
    {
        $path = getenv('PROVOST_LIBRARY');
        return is_string($path) && is_file($path)
            ? realpath($path) : throw new RuntimeException('PROVOST_LIBRARY names no file');
    }

    /**
     * Runs a program to its end.
     *
     * @param list<string> $command
     * @param array<string, string> $environment
     * @return array{int, string, string} exit status, output, errors
     */
    protected function execute(array $command, array $environment = []): array
    {
        $pipes = [];
        $errors = tmpfile();
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => $errors], $pipes, null, $environment + getenv());
        $output = stream_get_contents($pipes[1]);
        $status = proc_close($process);
        rewind($errors);
        return [$status, $output, stream_get_contents($errors)];
    }
}
