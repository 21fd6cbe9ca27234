import { drawColleagues } from "./colleagues";
import { drawCrowd } from "./crowd";
import { OpenExcel } from "./open-excel";
import { drawInterleaving, type Verdict, verdictOf } from "./people";
import { drawMovers } from "./movers";
import { drawStructure } from "./structure";

/** Of any operation where it is null. */
type Runs = readonly (readonly [operation: string | null, first: number, count: number])[];

/** More of them: `npm run torture -- people --minutes N`. */
const runs: Runs = [
  ["classify", 1, 25],
  // Rows that are dressed for the first time, moved before they are taken back.
  ["classify", 31004877, 1],
  // A client who came is dressed where a row goes, and a column comes before that is taken back.
  ["classify", 1000358, 1],
  // A row comes among rows that were dressed and, since a filter had been set, not filled.
  ["classify", 2002104, 1],
  // A row that was dressed is moved into the next piece, and found dressed there.
  ["classify", 9003058, 1],
  // Somebody types under our header, and the marks cannot go; the next run leaves her cell.
  ["classify", 5000177, 1],
  // Somebody types beside the list, and a filter keeps our cells there: hers come again, and are named.
  ["classify", 13000293, 1],
  // A row comes in the list while number formats of ours are taken off beside it.
  ["classify", 15002209, 1],
  ["list of clients", 1, 8],
  // The list's sheet is deleted; while it is made anew the structure is protected, so that it cannot go again.
  ["list of clients", 8003007, 1],
  ["sample", 1, 8],
  ["report", 1, 4],
  ["classify and report", 1, 4],
  // A list is sorted by its values beside cells that have the format of texts: a share of ours becomes a text.
  ["classify and report", 10000022, 1],
  ["score columns", 1, 10],
  // A blank column comes between the list and ours; the sheet is protected in the last moment.
  ["score columns", 53, 1],
  ["score columns", 422, 1],
  // A column of hers stands for a moment where ours are to come.
  ["score columns", 1003035, 1],
  // A row goes and another one comes above the list in the moment in which columns come.
  ["score columns", 14000026, 1],
  // A column comes while the list is read, and another one goes: the sheet's cells in use end where they did.
  ["score columns", 17000363, 1],
  ["dossier", 1, 8],
  ["scenario", 1, 4],
  // Columns come into its page in the moments in which it is written, and written once more.
  ["scenario", 21000024, 1],
  ["undo classify", 1, 10],
  // Rows are sorted between two requests that write; while they are put back one goes, or is edited.
  ["undo classify", 2065, 1],
  ["undo classify", 2629, 1],
  // A row goes just before it is written, and another one comes before it is put back.
  ["undo classify", 900090, 1],
  ["undo classify", 951502, 1],
  // A row goes, another one comes in its stead, and one more while it is asked whose rows they are.
  ["undo classify", 4000016, 1],
  // A row goes, and a filter keeps our text below the list; before the next undoing another one goes.
  ["undo classify", 1001218, 1],
  // Two clients have one name; the column of amounts is renamed, and rows are sorted between two requests.
  ["undo classify", 12003320, 1],
  // Rows are sorted by their values while number formats are given back beside them.
  ["undo classify", 14000372, 1],
  ["undo list of clients", 1, 6],
  ["undo dossier", 1, 6],
  // Rows that come in the last moments, a column that goes, a score that is typed.
  ["undo score columns", 15, 8],
  ["undo score columns", 93, 1],
  // A column comes in the place of a header that is about to be given back.
  ["undo score columns", 810109, 1],
  ["remove classify", 1, 8],
  ["remove score columns", 15, 8],
  ["remove dossier", 5, 4],
  // Somebody begins to score in the moment in which the columns are taken away again.
  [null, 28201654, 1],
];

/** The same with deeds in neighbouring requests: `npm run torture -- crowd --minutes N`. */
const crowds: Runs = [
  ["classify", 1, 10],
  // Her column gets the header of one of ours, which Excel numbers then; the sheet is protected.
  ["classify", 20010051, 1],
  // Somebody types over one of our headers, and a filter keeps the column there.
  ["classify", 40000130, 1],
  // A new column is sorted with its table before all of it is written, and a filter keeps it there.
  ["classify", 90000234, 1],
  // A column with a width of the user's moves to where one of ours comes, and a filter refuses that.
  ["classify", 90000313, 1],
  // A row goes just before the list is written, so that a result stands below it; another one comes before that is taken back.
  ["classify", 180001121, 1],
  // A row goes just before the list is written, and a filter keeps what was written there.
  ["classify", 200002109, 1],
  // Two rows go just before the list is written, one comes, and the last one is sorted above it.
  ["classify", 221004320, 1],
  // Two rows go between two requests that write, and a filter is set: nothing stays below a blank row.
  [null, 229011283, 1],
  // A column comes into the list, a row goes and the rest is sorted: the cells beside it have their own formats again.
  [null, 229013150, 1],
  // A client that came while a run was undone has got another one's class, and the sheet was protected: undoing takes it away.
  [null, 229013479, 1],
  // Sorting by values makes a share of few digits a text where cells have the format of texts.
  [null, 229552641, 1],
  // Undoing is stopped twice, each time beside a client who has just come.
  [null, 229021522, 1],
  // Rows come and go while the list is read above another table.
  ["classify", 140000127, 1],
  // Somebody types over the header of a column that could not be taken away again.
  ["score columns", 200003260, 1],
  // Rows of a dossier's page go while it is written: the form below it stays whole.
  ["dossier", 180000005, 1],
  ["dossier", 180001020, 1],
  ["undo classify", 1, 10],
  // A client is renamed, a row goes, and the rest is sorted: whose results these are, two rows may say.
  ["undo classify", 80000020, 1],
  // A column comes and rows are sorted just before it is written, and sorted back before it is put back.
  ["undo classify", 90001096, 1],
  // A column comes among those that tell rows, and a row into the list, in the moment in which undoing writes.
  ["undo classify", 160000180, 1],
  // A row comes above the list and one within, in the moment in which undoing writes.
  ["undo classify", 50000111, 1],
  // Rows go and a column goes in that moment: what was written below the list is nobody's.
  ["undo classify", 50000297, 1],
  // A row goes while it is written, another one comes, and the sheet is protected: the message names the row below the list, too.
  ["undo classify", 210002048, 1],
  ["list of clients", 50000001, 1],
  // A formula counts on a page of a report that is refused in the same moment.
  ["report", 210001019, 1],
  // A column comes into a page just before that is written, and the structure is protected before it is written once more.
  ["report", 220003135, 1],
  // A sheet of the report is deleted in the midst of getting its earlier page again.
  ["undo report", 221008664, 1],
  // A row comes into the table just after its request was refused: it gets none of the classes that go back.
  [null, 224000489, 1],
  // Rows come above the table and into it while undoing is put back: one that was not looked at gets the class of no other one.
  [null, 224600234, 1],
  // A list of clients is sorted while it is read: none of them comes twice, and none goes.
  [null, 224404101, 1],
  // A column that has stayed alone, since somebody had typed there, goes with the look of its header once it is empty.
  [null, 225100774, 1],
  ["score columns", 1, 5],
  // A dressed cell of the user's moves to where a header of ours comes.
  ["score columns", 130003301, 1],
  // Somebody writes below a page in the moment in which it goes, and nobody can add a sheet any more.
  ["remove dossier", 80000016, 1],
  // A column of hers moves to where scores were to come, and nobody may take the mark off it.
  [null, 229634657, 1],
];

/** The same with deeds that are rarer: `npm run torture -- colleagues --minutes N`. */
const colleagues: Runs = [
  ["classify", 1, 15],
  // A blank column is hidden, or widened, in the moment before one of ours comes there.
  ["classify", 5027, 1],
  ["classify", 5270, 1],
  // Somebody counts on a new column of a table while it is taken back.
  ["classify", 5478, 1],
  ["classify", 5588, 1],
  // Blank cells are merged after the look for such cells; and somebody types beside them.
  ["classify", 5692, 1],
  ["classify", 5795, 1],
  // A column whose header somebody typed over while it was cleared comes again beside shares, which stay.
  [null, 2451433, 1],
  ["list of clients", 1, 6],
  // Clients come and go while the list of clients is made anew, and somebody adds remarks.
  ["list of clients", 7964, 1],
  ["list of clients", 8069, 1],
  ["score columns", 1, 6],
  ["undo score columns", 1, 6],
  ["remove score columns", 1, 6],
  // A page that was asked for is typed over while it is written, and then nothing can be noted on it.
  ["dossier", 7037, 1],
  ["dossier", 7055, 1],
  ["dossier", 7158, 1],
  ["scenario", 7055, 1],
  // A page on which a run was cut off, and whose list has gone, leaves no name behind when everything is removed.
  [null, 10335, 1],
  // A client and a row above the list come in the same request: the classes that it wrote are alike in all rows.
  [null, 10531, 1],
  // A result came into a hidden column of the sheet; it stays, since something counts on it, while others go.
  [null, 300799, 1],
  // She fills blank cells in the moment before they are written, and then the sheet is protected: removing leaves her fill.
  [null, 301066, 1],
  // The structure is protected just before a list of clients is whole: its sheet stays and is told when everything is removed.
  [null, 302299, 1],
  // Blank cells are merged before they are written, and the sheet is protected: removing clears what stands there.
  [null, 401571, 1],
  // The structure is protected, and in the moment in which a column goes somebody comes to count on it.
  [null, 1301683, 1],
  // She hides a blank column in the moment before one for scores comes there: it is hidden again when that goes.
  [null, 500173, 1],
  // Somebody types into a new column while it is taken back, and sorts: her text is in a row that had not been written yet.
  [null, 904870, 1],
  // A column comes into the table in that moment, so that another one of ours stands in a hidden column; then the sheet is protected.
  [null, 501820, 1],
  // A column of hers gets the header of one of ours, which Excel numbers then, and a filter keeps it there until it is removed.
  [null, 404147, 1],
];

/** The same with deeds that change how the list is built: `npm run torture -- structure --minutes N`. */
const structures: Runs = [
  [null, 1, 12],
  // Widths stay where they are when somebody deletes a column of ours from a table, or puts one of hers amid them.
  [null, 10251, 1],
  [null, 20373, 1],
  [null, 20459, 1],
  [null, 40522, 1],
  [null, 50902, 1],
  // A column goes between two requests that write, before any of ours has its width.
  [null, 1101328, 1],
  // A column of ours is deleted while a run is undone, and the sheet is cleared.
  [null, 1521890, 1],
  // A column of ours is deleted beside a region, and comes again beside one of ours that looks otherwise.
  [null, 20014, 1],
];

/** The same with deeds that move cells with their formats: `npm run torture -- movers --minutes N`. */
const movers: Runs = [
  [null, 1, 12],
  // A row comes right below our headers, and is sorted elsewhere while it is looked for.
  [null, 943925, 1],
];

const excel = new OpenExcel();
afterAll(() => excel.stop());

const all = [
  ...runs.map((run) => ["people", ...run, drawInterleaving] as const),
  ...crowds.map((run) => ["crowd", ...run, drawCrowd] as const),
  ...colleagues.map((run) => ["colleagues", ...run, drawColleagues] as const),
  ...structures.map((run) => ["structure", ...run, drawStructure] as const),
  ...movers.map((run) => ["movers", ...run, drawMovers] as const),
];

test.each(all)(
  "other people at work between any two requests lose nothing, see no wrong class, and read true messages: %s, %s from seed %i",
  async (suite, operation, first, count, draw) => {
    const broken: { repeat: string; verdict: Verdict }[] = [];
    let deeds = 0;
    for (let seed = first; seed < first + count; seed++) {
      const verdict = await verdictOf(excel, draw(seed, operation));
      if (verdict.kind !== "refused") deeds += verdict.deeds.length;
      if (verdict.kind === "broken") {
        broken.push({
          repeat: `npm run torture -- ${suite} --seed ${seed} --minutes 0${operation === null ? "" : ` --kind "${operation}"`}`,
          verdict,
        });
      }
    }
    console.log(`${operation}: ${count} runs from seed ${first}, ${deeds} deeds between two requests`);
    expect(broken).toEqual([]);
    expect(deeds).toBeGreaterThan(0);
  },
);
