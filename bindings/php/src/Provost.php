<?php

/**
 * What can be asked of the library without an engine: its version, its verbs, its schemas.
 */

declare(strict_types=1);

namespace Provost;

use Provost\Exception\LibraryException;
use Provost\Exception\NotFoundException;
use Provost\Native\Functions;

/**
 * The library itself. Since 0.1.
 */
final class Provost
{
    /** @var list<string>|null */
    private static ?array $verbs = null;

    /**
     * Version of the library, for example "0.1.0". Since 0.1.
     *
     * @throws LibraryException when the library can not be used here
     */
    public static function version(): string
    {
        return Functions::version();
    }

    /**
     * Names of all verbs, such as "registration.register_learner"; docs/verbs.md tells what they do. Since 0.1.
     *
     * @return list<string>
     */
    public static function verbs(): array
    {
        return self::$verbs ??= Document::decode(Functions::verbs());
    }

    /**
     * JSON Schema (2020-12) of a document: a verb's request, a kind of record, "answer", "error", "session_request" and
     * others. Names may be spelt as PHP does: registration.registerLearner. Since 0.1.
     *
     * @return array<string, mixed>
     * @throws NotFoundException kind.unknown
     */
    public static function schema(string $name): array
    {
        return Document::decode(Functions::schema(Document::snake($name)));
    }
}
