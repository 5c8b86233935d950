// Departments, people and the bodies that measures are compared with, each as a table.
import { Loaded, RowGrid, useChoices, usePeople } from "../file";
import { useWords } from "../words";
import { useDepartmentOptions } from "./options";
import { SigningKeys } from "./SigningKeys";

/** Everyone and everybody a report names. */
export function PeopleTables() {
  const say = useWords();
  const departments = useDepartmentOptions();
  const roles = useChoices()("person.role");
  const yes = [{ id: "yes", label: say("ui-yes") }];
  return (
    <Loaded query={usePeople()}>
      {(data) => (
        <>
          <section className="block" aria-labelledby="people-heading">
            <h3 id="people-heading">{say("ui-people-people")}</h3>
            <p className="quiet">{say("ui-people-people-hint")}</p>
            <RowGrid
              label={say("ui-people-people")}
              entity="person"
              parent={null}
              rows={data.people}
              columns={[
                { id: "post", header: say("ui-person-post"), isRowHeader: true, width: 18 },
                { id: "initials", header: say("ui-person-initials"), width: 5 },
                { id: "name", header: say("ui-person-name"), width: 12 },
                {
                  id: "department",
                  header: say("ui-person-department"),
                  width: 14,
                  options: departments,
                },
                { id: "role", header: say("ui-person-role"), width: 10, options: roles },
                { id: "in_key", header: say("ui-person-in-key"), width: 7, options: yes },
              ]}
              add={say("ui-person-add")}
              empty={say("ui-person-none")}
            />
          </section>
          <section className="block" aria-labelledby="keys-heading">
            <h3 id="keys-heading">{say("ui-keys-of")}</h3>
            <p className="quiet">{say("ui-keys-of-hint")}</p>
            <SigningKeys keys={data.keys} />
          </section>
          <section className="block" aria-labelledby="departments-heading">
            <h3 id="departments-heading">{say("ui-people-departments")}</h3>
            <RowGrid
              label={say("ui-people-departments")}
              entity="department"
              parent={null}
              rows={data.departments}
              columns={[
                { id: "name", header: say("ui-department-name"), isRowHeader: true, width: 24 },
                { id: "short", header: say("ui-department-short"), width: 8 },
              ]}
              add={say("ui-department-add")}
              empty={say("ui-department-none")}
            />
          </section>
          <section className="block" aria-labelledby="comparators-heading">
            <h3 id="comparators-heading">{say("ui-people-comparators")}</h3>
            <p className="quiet">{say("ui-people-comparators-hint")}</p>
            <RowGrid
              label={say("ui-people-comparators")}
              entity="comparator"
              parent={null}
              rows={data.comparators}
              columns={[
                { id: "name", header: say("ui-comparator-name"), isRowHeader: true, width: 24 },
              ]}
              add={say("ui-comparator-add")}
              empty={say("ui-comparator-none")}
            />
          </section>
        </>
      )}
    </Loaded>
  );
}
