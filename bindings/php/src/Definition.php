<?php

/**
 * Which verb defines a kind of record, and how its request holds the record.
 */

declare(strict_types=1);

namespace Provost;

use Provost\Exception\NotFoundException;

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
        return ['verb' => $this->verb] + $head + ($this->whole ? ['record' => $record] : $record);
    }

    // define_template defines a course_template, define_reporting reporting_defaults.
    private static function find(string $kind): self
    {
        foreach (Provost::verbs() as $verb) {
            $name = substr(strrchr($verb, '.'), strlen('.define_'));
            if (!str_contains($verb, '.define_') || !in_array($name, self::shortNames($kind), true)) {
                continue;
            }
            return new self($verb, isset(Provost::schema($verb)['properties']['record']));
        }
        throw new NotFoundException("No verb defines a record of kind $kind.", 'kind.unknown');
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
