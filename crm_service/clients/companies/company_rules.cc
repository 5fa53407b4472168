#include "crm_service/clients/companies/company_rules.h"

#include "crm_service/clients/identity/client_access.h"
#include "crm_service/clients/identity/client_name.h"
#include "crm_service/clients/identity/tax_number.h"
#include "crm_service/clients/identity/written_points.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {

using rpc::Violations;
using v1::Company;

void Normalise(const Company& before, Company& company, Violations& violations) {
  if (company.name() != before.name()) {
    company.set_name(ClientName(company.name()));
    violations.AddUnless(!company.name().empty(), "REQUIRED", "company.name",
                         {"A company needs a name.", "Укажите название компании."});
  }
  if (company.tax_number() != before.tax_number()) {
    const bool is_given = !rpc::IsBlank(company.tax_number());
    company.set_tax_number(TaxNumber(company.tax_number()));
    violations.AddUnless(!is_given || !company.tax_number().empty(), "MALFORMED", "company.tax_number",
                         {"A tax number has at least 5 digits, and at most 20 letters and digits.",
                          "В ИНН не меньше 5 цифр, а всего не больше 20 цифр и букв."});
  }
  NormalisePoints(before, company, "company", violations);
}

void CheckMayChange(const rpc::Caller& caller, const Company& company) {
  if (MayChangeClient(caller, company)) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_RESPONSIBLE", "company_id", {"The company is another manager's.", "Это компания другого менеджера."}});
}

}  // namespace voronka::crm
