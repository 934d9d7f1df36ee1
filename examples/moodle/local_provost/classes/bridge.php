<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost;

use Provost\Engine;

/**
 * The way to Provost: its engine over the store, and the two sessions that this plugin runs.
 *
 * @package local_provost
 */
final class bridge
{
    /** Seconds for which a run waits for another one. */
    private const LONGEST_WAIT = 10;

    private static ?Engine $engine = null;

    public static function engine(): Engine
    {
        if (self::$engine === null) {
            $settings = get_config('local_provost');
            if (empty($settings->package) || empty($settings->store)) {
                throw new \moodle_exception('generalexceptionmessage', 'error', '', 'Provost is not set up.');
            }
            require_once($settings->package . '/autoload.php');
            self::$engine = Engine::open($settings->store, secret: $settings->secret ?? '');
        }
        return self::$engine;
    }

    /**
     * What all sessions begin with. The connection that there is without any being defined is not named.
     *
     * @return array<string, string>
     */
    private static function head(): array
    {
        $connection = get_config('local_provost', 'connection') ?: 'lms';
        return $connection === 'lms' ? [] : ['connection' => $connection];
    }

    /** Whether anything is linked to that course or cohort of this Moodle. */
    public static function is_linked(string $course): bool
    {
        $connection = get_config('local_provost', 'connection') ?: 'lms';
        foreach (self::engine()->find('lms_link', 'lms_course', [$connection, $course]) as $link) {
            return true;
        }
        return false;
    }

    /**
     * Does what has to be done here. Cron and a run by hand take turns by a lock of Moodle's, which ends with the process
     * that holds it: so the next run may come under the same name, and one that was killed is gone on with at once.
     *
     * @param string $approval hash of the plan, when many removals were looked at
     * @return array<string, mixed> the summary
     */
    public static function provision(string $approval = ''): array
    {
        $lock = \core\lock\lock_config::get_lock_factory('local_provost')->get_lock('provision', self::LONGEST_WAIT);
        if (!$lock) {
            throw new \moodle_exception('busy', 'local_provost');
        }
        try {
            return self::carry_out_all($approval);
        } finally {
            $lock->release();
        }
    }

    /** @return array<string, mixed> the summary */
    private static function carry_out_all(string $approval): array
    {
        $lms = new site();
        $session = self::engine()->session(array_filter(
            ['session' => 'lms.provision', 'approval' => $approval, 'worker' => 'local_provost'] + self::head()
        ));
        foreach ($session->take() as $stream => $lines) {
            if ($stream !== 'actions') {
                continue;
            }
            foreach (explode("\n", trim($lines)) as $line) {
                $outcome = $lms->carry_out(json_decode($line, true, flags: JSON_THROW_ON_ERROR));
                $session->feed(json_encode($outcome, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE) . "\n");
            }
        }
        return $session->finish();
    }

    /**
     * Tells of results.
     *
     * @param list<array<string, mixed>> $results documents of the schema lms_observed_result
     * @return array<string, mixed> the summary
     */
    public static function receive(array $results): array
    {
        $session = self::engine()->session(['session' => 'lms.results'] + self::head());
        foreach ($results as $result) {
            $session->feed(json_encode($result, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE) . "\n");
        }
        return $session->finish();
    }
}
