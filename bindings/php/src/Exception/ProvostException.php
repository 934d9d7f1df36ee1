<?php

/**
 * The exception that all others extend: one class per status of the library.
 */

declare(strict_types=1);

namespace Provost\Exception;

use RuntimeException;
use Throwable;

/**
 * Something failed. Catch this class to catch them all. A refusal is no exception: it is an answer whose verdict is
 * "refused". Messages are English sentences and never hold a person's values. Since 0.1.
 *
 * getFile() and getLine() are where the package was called; places in what was sent are $pointer, or $inputFile and $inputLine.
 */
abstract class ProvostException extends RuntimeException
{
    /** The status as documents write it: who must act. Since 0.1. */
    public const STATUS = 'internal';

    /** By the number of the status, which never changes; 0 would be no failure. */
    private const BY_STATUS = [
        1 => InvalidException::class,
        2 => NotFoundException::class,
        3 => ConflictException::class,
        4 => LimitException::class,
        5 => BusyException::class,
        6 => StorageException::class,
        7 => UnsupportedException::class,
        8 => CallbackException::class,
        9 => InternalException::class,
    ];

    /**
     * @param string $sentence what happened, in English
     * @param string $errorCode the same by name, such as date.malformed; docs/codes.md lists them
     * @param string $pointer where in the document, as JSON Pointer; "" when it is no place in a document
     * @param string $inputFile where in an input file: its name, as the session was told
     * @param int $inputLine its line, from 1; 0 = not known
     * @param int $inputColumn and column, from 1; 0 = not known
     * @param array<string, string> $parameters values that the sentence quotes, by name
     */
    final public function __construct(
        public readonly string $sentence,
        public readonly string $errorCode = 'internal.defect',
        public readonly string $pointer = '',
        public readonly string $inputFile = '',
        public readonly int $inputLine = 0,
        public readonly int $inputColumn = 0,
        public readonly array $parameters = [],
        ?Throwable $previous = null,
    ) {
        $place = implode(':', array_filter([$inputFile, $inputLine, $inputColumn]));
        $place = $place === '' ? $pointer : $place;
        $at = $place === '' ? '' : ' at ' . $place;
        parent::__construct("$sentence [$errorCode$at]", 0, $previous);
        $this->moveToCaller();
    }

    /**
     * The exception of a status.
     *
     * @param int $status number of the status in the C interface
     * @param array<string, mixed> $document its error document
     * @internal
     */
    public static function of(int $status, array $document): self
    {
        $class = self::BY_STATUS[$status] ?? InternalException::class;
        return new $class(
            $document['message'] ?? '',
            $document['code'] ?? 'internal.defect',
            $document['pointer'] ?? '',
            $document['file'] ?? '',
            $document['line'] ?? 0,
            $document['column'] ?? 0,
            array_column($document['parameters'] ?? [], 'value', 'name'),
        );
    }

    // What threw it is this package; what has to be looked at is the line that called it.
    private function moveToCaller(): void
    {
        foreach ($this->getTrace() as $frame) {
            if (isset($frame['file']) && !str_starts_with($frame['file'], dirname(__DIR__) . '/')) {
                [$this->file, $this->line] = [$frame['file'], $frame['line'] ?? 0];
                return;
            }
        }
    }

    /** Who must act, as documents write it: the word of the class. Since 0.1. */
    public function status(): string
    {
        return static::STATUS;
    }
}
