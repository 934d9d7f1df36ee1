<?php

/**
 * An open engine of the library: owns it, and closes it at the end.
 */

declare(strict_types=1);

namespace Provost\Native;

use FFI;
use FFI\CData;
use Provost\Exception\InvalidException;
use SensitiveParameter;

/**
 * Documents in, documents out, as text. Internal: use Provost\Engine.
 */
final class EngineHandle
{
    private ?CData $engine;

    /**
     * @param int $now recorded moment of requests that name none, UTC milliseconds; 0: the system clock
     * @param int $batch rows of an import that are decided together; 0: the library's own choice
     */
    public function __construct(
        string $path,
        string $owner,
        #[SensitiveParameter] string $secret,
        int $now,
        int $batch,
    ) {
        $ffi = Library::ffi();
        $options = $ffi->new('provost_options');
        $options->size = FFI::sizeof($options);
        // The bytes must outlive the call: PHP does not keep what a pointer in a struct points to.
        $kept = [self::bytes($owner), self::bytes($secret)];
        [$options->owner, $options->secret] = [self::pointer($kept[0]), self::pointer($kept[1])];
        [$options->owner_length, $options->secret_length] = [strlen($owner), strlen($secret)];
        [$options->now_ms, $options->batch] = [$now, $batch];
        $this->engine = null;
        $engine = $ffi->new('provost_engine *');
        Call::run('provost_open', $path, strlen($path), FFI::addr($options), FFI::addr($engine));
        $this->engine = $engine;
    }

    public function __destruct()
    {
        if ($this->engine !== null) {
            Library::ffi()->provost_close($this->engine, null);
        }
    }

    private function __clone()
    {
    }

    public function run(string $request): string
    {
        return Call::text('provost_run', $this->handle(), $request, strlen($request));
    }

    public function get(string $kind, int $id): string
    {
        return Call::text('provost_get', $this->handle(), $kind, strlen($kind), $id);
    }

    public function find(string $query): string
    {
        return Call::text('provost_find', $this->handle(), $query, strlen($query));
    }

    public function journal(): string
    {
        return Call::text('provost_journal', $this->handle());
    }

    public function audit(string $request): string
    {
        return Call::text('provost_audit', $this->handle(), $request, strlen($request));
    }

    public function rebuild(self $to): void
    {
        Call::run('provost_rebuild', $this->handle(), $to->handle());
    }

    public function begin(string $document): SessionHandle
    {
        $session = Library::ffi()->new('provost_session *');
        Call::run('provost_session_begin', $this->handle(), $document, strlen($document), FFI::addr($session));
        return new SessionHandle($session, $this);
    }

    /** Closes the engine and its sessions; closing again does nothing. */
    public function close(): void
    {
        if ($this->engine !== null) {
            Call::run('provost_close', $this->engine);
            $this->engine = null;
        }
    }

    private function handle(): CData
    {
        return $this->engine ?? throw InvalidException::closed();
    }

    private static function pointer(?CData $bytes): ?CData
    {
        return $bytes === null ? null : Library::ffi()->cast('char *', FFI::addr($bytes));
    }

    // NULL for an empty text: the library's default.
    private static function bytes(#[SensitiveParameter] string $text): ?CData
    {
        if ($text === '') {
            return null;
        }
        $bytes = Library::ffi()->new('char[' . strlen($text) . ']');
        FFI::memcpy($bytes, $text, strlen($text));
        return $bytes;
    }
}
