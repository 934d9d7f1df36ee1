<?php

/**
 * Which verb defines a kind of record, and how its request holds the record.
 */

declare(strict_types=1);

namespace Provost;

use Provost\Exception\NotFoundException;
use stdClass;

/**
 * A verb "….define_…". Internal: use Engine::define().
 *
 * Plain records stand in the request as a whole, as its member "record"; others (learner, course) have their members
 * beside those of the request. The request's schema tells which.
 */
final readonly class Definition
{
    private function __construct(private string $verb, private bool $whole)
    {
    }

    public static function of(string $kind): self
    {
        static $known = [];
        return $known[$kind] ??= self::find($kind);
    }

    /**
     * @param array<string, mixed> $record
     * @param array<string, mixed> $head
     * @return array<string, mixed>
     */
    public function request(array $record, array $head): array
    {
        // A record without members is an object, too, which says what is missing.
        $whole = $record === [] ? new stdClass() : $record;
        return ['verb' => $this->verb] + $head + ($this->whole ? ['record' => $whole] : $record);
    }

    // define_template defines a course_template, define_reporting reporting_defaults.
    private static function find(string $kind): self
    {
        foreach (self::verbs() as $verb) {
            if (in_array(substr(strrchr($verb, '.'), strlen('.define_')), self::shortNames($kind), true)) {
                return new self($verb, isset(Provost::schema($verb)['properties']['record']));
            }
        }
        throw new NotFoundException(
            "No verb defines a record of kind $kind; the verbs are " . implode(', ', self::verbs()) . '.',
            'kind.unknown',
            parameters: ['kind' => $kind],
        );
    }

    /**
     * @return list<string>
     */
    private static function verbs(): array
    {
        return array_values(array_filter(Provost::verbs(), static fn ($verb) => str_contains($verb, '.define_')));
    }

    /**
     * @return list<string>
     */
    private static function shortNames(string $kind): array
    {
        return match ($kind) {
            'course_template' => ['template'],
            'reporting_defaults' => ['reporting'],
            default => [$kind],
        };
    }
}
