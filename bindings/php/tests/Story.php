<?php

/**
 * The story that the tests tell: one campus, a cooking course that asks for food safety, two learners.
 */

declare(strict_types=1);

namespace Provost\Tests;

use Provost\Engine;

final class Story
{
    public const NOW = '2026-02-02T09:00+11:00';
    public const ENROLLED = '2026-02-01T10:00+11:00';

    /** An engine in memory, with the campus, its catalogue and its learners. */
    public static function engine(string $path = ':memory:'): Engine
    {
        $engine = Engine::open($path, now: self::NOW);
        foreach (self::setUp() as [$kind, $record]) {
            $answer = $engine->define($kind, $record);
            assert($answer->verdict === 'accepted');
        }
        return $engine;
    }

    /**
     * What is defined before anybody is registered.
     *
     * @return list<array{string, array<string, mixed>}>
     */
    public static function setUp(): array
    {
        $campus = ['key' => 'M', 'name' => 'Main campus', 'zone' => 'Australia/Melbourne'];
        $course = ['location' => 'M', 'duration' => '6 M', 'max_participants' => 1];
        return [
            ['location', $campus],
            ['course_type', ['course_type' => '320', 'name' => 'Online']],
            ['subject', ['code' => 'SITHCCC027', 'title' => 'Prepare dishes using basic methods of cookery']],
            ['subject', ['code' => 'SITXFSA005', 'title' => 'Use hygienic practices for food safety']],
            ['course_template', ['external_id' => 'SITHCCC027', 'course_type' => '320', 'name' => 'Cooking',
                'duration' => '6 M']],
            ['course', ['external_id' => 'COOK-1', 'course_template' => 'SITHCCC027'] + $course],
            ['learner', self::learner('ana', 'A1')],
            ['learner', self::learner('ben', 'B1')],
        ];
    }

    /**
     * @return array<string, string>
     */
    public static function learner(string $login, string $clientId): array
    {
        return ['login' => $login, 'family_name' => ucfirst($login), 'birth_date' => '2004-05-06',
            'client_id' => $clientId];
    }
}
