<?php

/**
 * The package in a web request with PHP's own setting, ffi.enable=preload.
 */

declare(strict_types=1);

namespace Provost\Tests;

final class WebTest extends TestCase
{
    private const ACCEPTED = 'cli-server {"id":12,"verdict":"accepted"}' . "\n";

    /**
     * With both preloads a page uses the library, again and again; nothing of a request is there in the next one.
     *
     * @rows MIS-05
     */
    public function testAPageRegistersALearnerWithBothPreloads(): void
    {
        $this->assertTrue(extension_loaded('Zend OPcache'), 'this test needs opcache (Debian: php8.2-opcache)');
        $folder = $this->folder();
        $header = file_get_contents(__DIR__ . '/../resources/provost-ffi.h');
        $header = str_replace('"libprovost_c.so.0"', '"' . self::library() . '"', $header, $count);
        $this->assertSame(1, $count);
        file_put_contents("$folder/provost-ffi.h", $header);
        $server = new WebServer(['-d', "ffi.preload=$folder/provost-ffi.h", ...self::preload()], [], "$folder/log");
        $this->assertSame([200, self::ACCEPTED], $server->get('register.php'));
        $this->assertSame([200, self::ACCEPTED], $server->get('register.php'));
    }

    /**
     * Preloaded classes may bind the library themselves, too, when they are told where it is.
     *
     * @rows MIS-05
     */
    public function testThePreloadedClassesFindTheLibrary(): void
    {
        $environment = ['PROVOST_LIBRARY' => self::library()];
        $server = new WebServer(self::preload(), $environment, $this->folder() . '/log');
        $this->assertSame([200, self::ACCEPTED], $server->get('register.php'));
    }

    /**
     * Without preloading PHP refuses, and the exception says what to change.
     *
     * @rows MIS-05
     */
    public function testWithoutPreloadThePageIsRefused(): void
    {
        $server = new WebServer([], ['PROVOST_LIBRARY' => self::library()], $this->folder() . '/log');
        [$status, $body] = $server->get('register.php');
        $this->assertSame(503, $status);
        $this->assertContains('x-library.restricted', $body);
        $this->assertContains('opcache.preload', $body);
    }

    /**
     * @return list<string>
     */
    private static function preload(): array
    {
        $preload = realpath(__DIR__ . '/../preload.php');
        return ['-d', "opcache.preload=$preload", ...WebServer::preloadUser()];
    }
}
