/**
 * Where a department is, from the province down, where its name tells which place it is: most names begin with a county, and
 * forms are a province's. A name that several places share tells nothing. The table of places is loaded when it is first asked.
 *
 * @example await placeOfDepartment("桃江县审计局") // "湖南省益阳市桃江县"
 */
export async function placeOfDepartment(department: string): Promise<string | undefined> {
  const { divisionOf, identify } = await import("../divisions/index.ts");
  return divisionOf(identify(department, "").division)?.name;
}
