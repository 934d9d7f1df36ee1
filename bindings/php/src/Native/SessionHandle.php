<?php

/**
 * A running session of the library: owns it, and frees it at the end.
 */

declare(strict_types=1);

namespace Provost\Native;

use FFI;
use FFI\CData;
use Provost\Exception\InvalidException;

/**
 * Bytes in, pieces of output out. Internal: use Provost\Session.
 */
final class SessionHandle
{
    /**
     * @param EngineHandle $engine kept, so that the engine lives as long as its sessions
     */
    public function __construct(private ?CData $session, private readonly EngineHandle $engine)
    {
    }

    public function __destruct()
    {
        $this->close();
    }

    private function __clone()
    {
    }

    public function feed(string $bytes): void
    {
        Call::run('provost_session_feed', $this->handle(), $bytes, strlen($bytes));
    }

    /**
     * @return array{string, string}|null the next piece of output with its stream's name; null: none at present
     */
    public function take(): ?array
    {
        $ffi = Library::ffi();
        [$stream, $bytes] = [$ffi->new('provost_text *'), $ffi->new('provost_text *')];
        Call::run('provost_session_take', $this->handle(), FFI::addr($stream), FFI::addr($bytes));
        return FFI::isNull($stream) ? null : [Call::takeText($stream), Call::takeText($bytes)];
    }

    public function finish(): string
    {
        return Call::text('provost_session_finish', $this->handle());
    }

    /** Ends the session; closing again does nothing. */
    public function close(): void
    {
        if ($this->session !== null) {
            Library::ffi()->provost_session_free($this->session);
            $this->session = null;
        }
    }

    private function handle(): CData
    {
        return $this->session ?? throw InvalidException::closed();
    }
}
