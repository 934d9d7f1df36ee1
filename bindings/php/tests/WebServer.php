<?php

/**
 * PHP's built-in web server over tests/web, for as long as the object lives. It counts as a web server for
 * ffi.enable=preload, and takes the same two preloads as PHP-FPM does.
 */

declare(strict_types=1);

namespace Provost\Tests;

use RuntimeException;

final class WebServer
{
    /** @var resource */
    private mixed $process;
    private readonly string $address;

    /**
     * @param list<string> $options further options of php
     * @param array<string, string> $environment of the server; PROVOST_LIBRARY only when it is named here
     */
    public function __construct(array $options, array $environment, private readonly string $log)
    {
        $this->address = self::freeAddress();
        $command = [...self::user(), PHP_BINARY, '-d', 'ffi.enable=preload', '-d', 'opcache.enable=1', ...$options,
            '-d', 'opcache.enable_cli=1', '-S', $this->address, '-t', __DIR__ . '/web'];
        $environment += array_diff_key(getenv(), ['PROVOST_LIBRARY' => '']);
        $files = [['file', '/dev/null', 'r'], ['file', $log, 'a'], ['file', $log, 'a']];
        $pipes = [];
        $this->process = proc_open($command, $files, $pipes, null, $environment);
        $this->wait();
    }

    public function __destruct()
    {
        proc_terminate($this->process);
        proc_close($this->process);
    }

    /**
     * @return array{int, string} status and body
     */
    public function get(string $page): array
    {
        $context = stream_context_create(['http' => ['ignore_errors' => true, 'timeout' => 30]]);
        $body = file_get_contents("http://$this->address/$page", false, $context);
        return [(int) explode(' ', $http_response_header[0])[1], (string) $body];
    }

    // PHP refuses to preload as root unless opcache.preload_user says as whom. Nothing here needs root, so nobody runs
    // the server; where nobody may not read these files, root preloads as root.
    private static function user(): array
    {
        if (posix_geteuid() !== 0) {
            return [];
        }
        $nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
        $pipes = [];
        $probe = proc_open([...$nobody, 'test', '-r', __FILE__, '-a', '-r', getenv('PROVOST_LIBRARY')], [], $pipes);
        return $probe !== false && proc_close($probe) === 0 ? $nobody : [];
    }

    /** What root adds to the options that preload. */
    public static function preloadUser(): array
    {
        return posix_geteuid() === 0 && self::user() === [] ? ['-d', 'opcache.preload_user=root'] : [];
    }

    private static function freeAddress(): string
    {
        $probe = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($probe, false);
        fclose($probe);
        return $address;
    }

    private function wait(): void
    {
        for ($tries = 0; $tries < 200; ++$tries) {
            $connection = @stream_socket_client("tcp://$this->address", timeout: 1.0);
            if ($connection !== false) {
                fclose($connection);
                return;
            }
            if (!proc_get_status($this->process)['running']) {
                break;
            }
            usleep(100_000);
        }
        throw new RuntimeException('the web server did not start: ' . file_get_contents($this->log));
    }
}
