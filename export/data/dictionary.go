package data

// kind is what the cells of a column hold.
type kind string

const (
	text   kind = "text"
	number kind = "number" // a whole number
)

// column is a column of a table and what it means.
type column struct {
	name string
	kind kind
	doc  string
}

// Columns that stand in several tables.
var (
	actKey     = column{"act_key", text, "Key of the act: region/date/number, the same for its texts in both languages. Empty where one of the three is unknown."}
	documentID = column{"document", text, "SHA-256 of the file that was read: tells apart several texts of one act. Joins all tables."}
	regulation = column{"regulation_index", number, "Number of the regulation in its act, from 1. Empty for the act's own part."}
	process    = column{"process_index", number, "Number of the description of a procedure in its regulation, from 1."}
	step       = column{"step_index", number, "Number of the step in its description, from 1."}
)

func spanOf(prefix, of string) []column {
	return []column{
		{prefix + "span_start", number, "First byte of " + of + " in the document's canonical text."},
		{prefix + "span_end", number, "First byte after " + of + "."},
	}
}

func columns(parts ...any) []column {
	var out []column
	for _, p := range parts {
		switch p := p.(type) {
		case column:
			out = append(out, p)
		case []column:
			out = append(out, p...)
		}
	}
	return out
}

var actColumns = columns(
	actKey, documentID,
	column{"source", text, "Name of the file that was read."},
	column{"format", text, "What the file is: markdown, html, pdf, docx, text."},
	column{"url", text, "Address of the page, where the page tells it."},
	column{"language", text, "Language of the text: kk or ru."},
	column{"id", text, "Id on the portal adilet.zan.kz, such as V15B0005077, where the file tells it."},
	column{"kind", text, "resolution, decision, order, joint, law, code, decree, unknown."},
	column{"title", text, "Title of the act."},
	column{"issuer", text, "Body that adopted the act, as the act names it."},
	column{"issuer_kind", text, "akimat, maslikhat, akim, ministry, government, agency, other."},
	column{"region", text, "ISO 3166-2 code of the issuer's region; KZ for acts of the whole country."},
	column{"adopted", text, "Day of adoption, YYYY-MM-DD."},
	column{"number", text, "Number of the act."},
	column{"registration_body", text, "Justice body that registered the act."},
	column{"registration_date", text, "Day of the registration, YYYY-MM-DD."},
	column{"registration_number", text, "Number of the registration."},
	column{"status", text, "in_force, repealed, lapsed, unknown: by all texts of the corpus, also those of the act that repeals this one; of a file, as its text says."},
	column{"text_status", text, "The status that the text itself tells."},
	column{"repealed_by_date", text, "Day on which the act that ended this one was adopted."},
	column{"repealed_by_number", text, "Number of the act that ended this one."},
	column{"entry_from", text, "Event from which entry into force is counted: first_official_publication, official_publication, state_registration, signing, date."},
	column{"entry_days", number, "Days after that event; 0 is on that day."},
	column{"entry_day_kind", text, "calendar or working."},
	column{"entry_date", text, "Day of entry into force where the clause names it."},
	column{"entry_text", text, "The clause in the words of the act."},
	spanOf("entry_", "the clause"),
	column{"signatories", text, "Who signed, parted by \" | \"."},
	column{"regulations", number, "How many regulations the text has."},
	column{"findings", number, "How many doubts, repairs and contradictions the reader noted."},
)

var regulationColumns = columns(
	actKey, documentID, regulation,
	column{"service", text, "Name of the public service without its outer quotation marks."},
	column{"annex", text, "Number of the act's annex that the regulation is."},
	column{"provider", text, "Who renders the service, in the words and the case of the text."},
	column{"channels", text, "Ways to apply, parted by \" | \": office, corporation, portal, rural_akim, center, psc."},
	column{"forms", text, "Forms of the service, parted by \" | \": electronic, paper."},
	column{"automation", text, "full or partial; empty where not stated."},
	column{"approved_by_date", text, "Day of the act that approved the regulation."},
	column{"approved_by_number", text, "Number of the act that approved the regulation."},
	column{"standard_date", text, "Day of the act that approved the standard of the service."},
	column{"standard_number", text, "Number of the act that approved the standard of the service."},
	column{"edition_date", text, "Day of the amending act whose wording the whole regulation has."},
	column{"edition_number", text, "Number of the amending act whose wording the whole regulation has."},
	spanOf("", "the regulation"),
)

var stepColumns = columns(
	actKey, documentID, regulation, process, step,
	column{"process_kind", text, "internal, interaction, corporation, delivery, portal, psc."},
	column{"point", text, "Number of the point that the procedure is described in."},
	column{"variant", text, "Headings above the steps, the outer first, parted by \" | \"."},
	column{"n", text, "Number of the step as printed."},
	column{"node", text, "task, condition (a check) or process (of an information system)."},
	column{"label", text, "Label of a check or process: 1-шарт, процесс 2."},
	spanOf("label_", "the label"),
	column{"actor", text, "Who acts, in the words of the text."},
	spanOf("actor_", "the actor"),
	column{"roles", text, "Codes of who acts, parted by \" | \"."},
	column{"actions", text, "Codes of what is done, in order, parted by \" | \"."},
	column{"actions_spans", text, "Bytes of the words of each action, start-end, parted by \" | \"."},
	termColumns("Term of the step, where it has exactly one."),
	spanOf("duration_", "the term"),
	column{"durations", text, "All terms of the step, parted by \" | \"."},
	column{"durations_spans", text, "Bytes of each term, start-end, parted by \" | \"."},
	column{"result", text, "Result of the step, in the words of the text."},
	spanOf("result_", "the result"),
	column{"conditions", text, "Clauses under which the step is done, parted by \" | \"."},
	column{"conditions_spans", text, "Bytes of each clause, start-end, parted by \" | \"."},
	column{"refusal", text, "Of a check: label of what follows when it fails."},
	column{"next", text, "Of a check: label of what follows when it passes."},
	column{"follows", text, "What the table of the steps says comes next: number of the step and, where there is one, the condition, as printed, parted by \" | \"."},
	column{"follows_spans", text, "Bytes of each of them, start-end, parted by \" | \"."},
	column{"text", text, "The step in the words of the text."},
	spanOf("", "the step"),
)

// termColumns are a term: how long, and how long in working time.
func termColumns(of string) []column {
	return []column{
		{"duration_value", number, of},
		{"duration_unit", text, "minute, hour, day, working_day, calendar_day, month, year."},
		{"duration_qualifier", text, "max, within, exact; empty where the text gives the bare figure."},
		{"duration_working_minutes", number, "The term in minutes of working time, eight hours a day; empty for units without a fixed length in it."},
	}
}

var limitColumns = columns(
	actKey, documentID, regulation,
	column{"limit_index", number, "Number of the limit in its regulation, from 1."},
	column{"what", text, "service (until the result), wait (in the queue), serve (of the applicant)."},
	column{"channels", text, "Where it holds, parted by \" | \", as channels of regulations; empty where the text names no place."},
	termColumns("How long it may take."),
	column{"text", text, "The term in the words of the text."},
	spanOf("", "the limit"),
)

var participantColumns = columns(
	actKey, documentID, regulation,
	column{"participant_index", number, "Number of the entry in the list, from 1."},
	column{"roles", text, "Codes of who it is, of all alternatives, parted by \" | \"."},
	column{"text", text, "The entry in the words of the text."},
	spanOf("", "the entry"),
)

var resultColumns = columns(
	actKey, documentID, regulation,
	column{"list_index", number, "Number of the list in its regulation, from 1."},
	column{"item_index", number, "Number of the result in its list, from 1."},
	column{"process_index", number, "Description of the step that it is the result of; empty where the list does not fit the steps."},
	column{"step_index", number, "That step."},
	column{"variant", text, "Headings above the list, the outer first, parted by \" | \"."},
	column{"text", text, "The result in the words of the text."},
	spanOf("", "the result"),
)

var findingColumns = columns(
	actKey, documentID,
	column{"finding_index", number, "Number of the finding in its document, from 1."},
	column{"code", text, "What kind of finding it is, as `reglament schema` lists them."},
	column{"severity", text, "info, warning, error."},
	column{"message", text, "What was found, in English."},
	spanOf("", "the place that it is about"),
)

var noteColumns = columns(
	actKey, documentID,
	column{"note_index", number, "Number of the amendment told by a note, from 1; a note that tells of several is several rows."},
	regulation,
	column{"target_kind", text, "What the note speaks of: act, regulation, section, point, subpoint, annex, title."},
	column{"target_number", text, "Its number."},
	column{"action", text, "amended, new_edition, supplemented, excluded, repealed, suspended, lapsed, editorial."},
	column{"by_date", text, "Day of the amending act."},
	column{"by_number", text, "Number of the amending act."},
	column{"by_text", text, "The amending act in the words of the note."},
	column{"by_key", text, "Key of the amending act: its act_key where the tables have it. Empty where the note does not tell it."},
	column{"effective_from", text, "Event from which the amendment's entry into force is counted, as entry_from of acts."},
	column{"effective_days", number, "Days after that event; 0 is on that day."},
	column{"effective_day_kind", text, "calendar or working."},
	column{"effective_date", text, "Day of entry into force where the note names it."},
	column{"text", text, "The note in the words of the text."},
	spanOf("", "the note"),
)

var referenceColumns = columns(
	actKey, documentID, regulation, process, step,
	column{"relation", text, "repealed_by, amends, repeals, cites, approved_by, standard, edition: an act; step: a point or annex that a step refers to."},
	column{"target", text, "act, standard, regulation: what is referred to."},
	column{"kind", text, "Kind of the act that is named."},
	column{"issuer", text, "Its issuer, in the case of the text."},
	column{"date", text, "Its day of adoption, YYYY-MM-DD."},
	column{"number", text, "Its number."},
	column{"title", text, "Its title."},
	column{"registration_number", text, "Number of its registration."},
	column{"target_key", text, "Its key: its act_key where the tables have it. Empty where the mention does not tell it."},
	column{"point", text, "Point that a step refers to."},
	column{"annex", text, "Annex that a step refers to."},
	column{"text", text, "The reference in the words of the text."},
	spanOf("", "the reference"),
)
