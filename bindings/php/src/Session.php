<?php

/**
 * Sessions: imports, exports and other long runs.
 */

declare(strict_types=1);

namespace Provost;

use Generator;
use Provost\Exception\ProvostException;
use Provost\Native\SessionHandle;

/**
 * A run in pieces: feed bytes, take bytes, until it is finished. Nothing opens a file and nothing is called back, so
 * memory stays constant however long the input is. Engine::session() begins one. Since 0.1.
 */
final class Session
{
    /** @internal Engine makes it. */
    public function __construct(private readonly SessionHandle $handle)
    {
    }

    private function __clone()
    {
    }

    /**
     * Gives the next piece of input; pieces may be cut anywhere. Since 0.1.
     *
     * @throws ProvostException what is wrong with the input; an import or export answers that error for ever then, but
     *                          batches committed before stay
     */
    public function feed(string $bytes): void
    {
        $this->handle->feed($bytes);
    }

    /**
     * What has come out up to now. Go through it after each feed and after finish; an export gives everything so. The
     * same stream may come again and again: its pieces belong together. Since 0.1.
     *
     * @return Generator<string, string> stream (a report, or a file's name) => bytes
     * @throws ProvostException
     */
    public function take(): Generator
    {
        while (($piece = $this->handle->take()) !== null) {
            yield $piece[0] => $piece[1];
        }
    }

    /**
     * Ends the input and commits the rest. Since 0.1.
     *
     * @return array<string, mixed> the summary; docs/sessions.md lists its members
     * @throws ProvostException
     */
    public function finish(): array
    {
        return Document::decode($this->handle->finish());
    }

    /** Ends the session; what it has not committed is dropped. Without it, the end of the object does the same. */
    public function close(): void
    {
        $this->handle->close();
    }
}
