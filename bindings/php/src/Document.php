<?php

/**
 * Arrays of PHP to JSON documents and back.
 */

declare(strict_types=1);

namespace Provost;

use DateTimeImmutable;
use DateTimeInterface;
use DateTimeZone;
use JsonException;
use Provost\Exception\InvalidException;

/**
 * How PHP values are written in documents. Internal.
 *
 * Moments may be any DateTimeInterface; days are text (YYYY-MM-DD), and decimals are text too, because floats are not
 * exact. A member that is null is left out.
 */
final class Document
{
    private const FLAGS = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION
        | JSON_THROW_ON_ERROR;

    /** A moment with an offset, as documents write it. */
    private const MOMENT = '/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)$/D';

    /**
     * The document's text; text is left as it is.
     *
     * @param array<array-key, mixed>|string $document
     */
    public static function encode(array|string $document): string
    {
        if (is_string($document)) {
            return $document;
        }
        try {
            return json_encode(self::plain($document), self::FLAGS);
        } catch (JsonException $error) {
            throw new InvalidException(
                'The values can not be written as JSON: ' . $error->getMessage() . '.',
                'document.malformed',
                previous: $error,
            );
        }
    }

    /**
     * @return array<array-key, mixed>
     */
    public static function decode(string $document): array
    {
        return json_decode($document, true, 512, JSON_THROW_ON_ERROR);
    }

    /** registerLearner to register_learner. */
    public static function snake(string $name): string
    {
        return strtolower(preg_replace('/(?<=[a-z0-9])[A-Z]/', '_$0', $name));
    }

    /**
     * Named arguments as members of a document; their names may be written as PHP writes them (dueAt).
     *
     * @param array<array-key, mixed> $arguments
     * @return array<string, mixed>
     * @throws InvalidException key.duplicate, when a member is told in both spellings
     */
    public static function members(array $arguments): array
    {
        $members = [];
        foreach ($arguments as $name => $value) {
            if (is_int($name)) {
                $members = is_array($value) ? [...$members, ...$value] : throw self::unnamed($name);
            } elseif (array_key_exists(self::snake($name), $members)) {
                throw self::twice(self::snake($name));
            } else {
                $members[self::snake($name)] = $value;
            }
        }
        return $members;
    }

    /**
     * UTC milliseconds of a moment; 0 for null.
     */
    public static function milliseconds(DateTimeInterface|string|null $moment): int
    {
        if (is_string($moment)) {
            if (preg_match(self::MOMENT, $moment) !== 1) {
                throw new InvalidException('A moment looks like 2026-06-30T00:00Z.', 'date.malformed', '/now');
            }
            $moment = new DateTimeImmutable($moment);
        }
        return $moment === null ? 0 : $moment->getTimestamp() * 1000 + (int) $moment->format('v');
    }

    private static function plain(mixed $value): mixed
    {
        if ($value instanceof DateTimeInterface) {
            $utc = DateTimeImmutable::createFromInterface($value)->setTimezone(new DateTimeZone('UTC'));
            return str_replace('.000Z', 'Z', $utc->format('Y-m-d\TH:i:s.v\Z'));
        }
        if (!is_array($value)) {
            return $value;
        }
        if (array_is_list($value)) {
            return array_map(self::plain(...), $value);
        }
        // An object, so that one whose members are all absent is not written as a list.
        return (object) array_map(self::plain(...), array_filter($value, static fn (mixed $item) => $item !== null));
    }

    private static function twice(string $key): InvalidException
    {
        $sentence = "The argument $key is told twice, in two spellings.";
        return new InvalidException($sentence, 'key.duplicate', parameters: ['key' => $key]);
    }

    private static function unnamed(int $position): InvalidException
    {
        return new InvalidException('Arguments of verbs are named.', 'argument.invalid', "/$position");
    }
}
