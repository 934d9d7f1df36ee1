<?php

/**
 * The examples in PHP do what they say.
 */

declare(strict_types=1);

namespace Provost\Tests;

final class ExamplesTest extends TestCase
{
    private const EXAMPLES = __DIR__ . '/../../../examples';

    public function testAHostKeepsItsOwnRecords(): void
    {
        [$status, $output, $errors] = $this->execute([PHP_BINARY, self::EXAMPLES . '/own_database.php']);
        $this->assertSame([0, ''], [$status, $errors]);
        $this->assertContains("ana: accepted\nana: unchanged\nben: refused. The course has no free seat", $output);
    }

    public function testTheFirstProgramOfTheReadmeRegistersALearner(): void
    {
        $readme = file_get_contents(__DIR__ . '/../README.md');
        $this->assertTrue(preg_match('/^```php\n(.*?)^```/ms', $readme, $block) === 1);
        $program = $this->folder() . '/readme.php';
        $load = 'require ' . var_export(dirname(__DIR__) . '/autoload.php', true) . ";\n";
        $told = str_replace('/var/lib/college/term.db', ':memory:', $block[1]) . 'echo $answer->verdict;';
        file_put_contents($program, "<?php\n$load$told\n");
        $this->assertSame([0, 'accepted', ''], $this->execute([PHP_BINARY, $program]));
    }

    public function testATermIsCarriedThroughAndAgainWithoutChange(): void
    {
        $folder = $this->folder();
        $this->term($folder);
        $expected = file_get_contents(self::EXAMPLES . '/data/expected/problems.csv');
        $this->assertSame(self::sorted($expected), self::sorted(file_get_contents("$folder/problems.csv")));
        $first = self::inodes($folder);
        $summary = json_decode(file_get_contents("$folder/summary.json"), true);
        $this->assertSame(0, array_column($summary['steps'], 'result', 'step')['LMS compared']['differences']);
        $this->term($folder);
        $this->assertSame($first, self::inodes($folder));
        $this->assertSame([], glob("$folder/{,*/,*/*/}*.part", GLOB_BRACE));
        $again = json_decode(file_get_contents("$folder/summary.json"), true);
        $this->assertSame($summary['state'], $again['state']);
        $this->assertSame(0, array_column($again['steps'], 'result', 'step')['LMS compared']['differences']);
    }

    private function term(string $folder): void
    {
        $command = [PHP_BINARY, self::EXAMPLES . '/term.php', self::EXAMPLES . '/data', $folder];
        [$status, , $errors] = $this->execute($command);
        $this->assertSame([0, ''], [$status, $errors]);
    }

    /**
     * @return list<string>
     */
    private static function sorted(string $lines): array
    {
        $list = explode("\n", $lines);
        sort($list);
        return $list;
    }

    /**
     * Which file stands behind each name: another one when it was written anew.
     *
     * @return array<string, int>
     */
    private static function inodes(string $folder): array
    {
        $found = [];
        foreach (glob("$folder/{*.csv,*.jsonl,nat/*,lms/out/*}", GLOB_BRACE) as $file) {
            $found[$file] = fileinode($file);
        }
        return $found;
    }
}
