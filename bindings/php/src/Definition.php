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

    // What stands in a request as a whole says of what kind it is; else the verb is named like the kind, without the
    // "course_" of a template.
    private static function find(string $kind): self
    {
        $named = 'define_' . ($kind === 'course_template' ? 'template' : $kind);
        foreach (self::verbs() as $verb) {
            $whole = Provost::schema($verb)['properties']['record']['$ref'] ?? '';
            if ($whole === '#/$defs/' . $kind || ($whole === '' && str_ends_with($verb, '.' . $named))) {
                return new self($verb, $whole !== '');
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
}
