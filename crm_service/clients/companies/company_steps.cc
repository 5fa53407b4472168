#include "crm_service/clients/companies/company_steps.h"

#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "crm_service/clients/companies/companies.h"
#include "crm_service/clients/companies/company_rules.h"
#include "crm_service/clients/identity/company_key.h"
#include "crm_service/clients/identity/tax_number.h"
#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/clients/sight/merged_clients.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/fields/index/index_filter.h"
#include "crm_service/fields/rights/system_field_rights.h"
#include "crm_service/fields/values/checked_fields.h"
#include "crm_service/people/accounts/time_zone_rule.h"
#include "crm_service/people/users/active_user.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"
#include "foundation/rpc/requests/text_checks.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {

using rpc::Session;
using v1::Company;

namespace {

constexpr const char* kManagerOfCompany = "company.responsible_user_id";

// What has no letter and no digit finds nothing.
bool CanMatch(const v1::ListCompaniesRequest& request, const CompanyFilter& filter) {
  return (rpc::IsBlank(request.name()) || !filter.key.empty()) &&
         (rpc::IsBlank(request.tax_number()) || !filter.tax_number.empty());
}

void RequireSeen(Session& session, const Company& company) {
  if (!SeesCompany(session, company.id())) throw rpc::NotFound("company", company.id());
}

}  // namespace

void CheckCompany(Session& session, const Company& before, Company& company, rpc::Violations& violations,
                  Uniqueness uniqueness) {
  Normalise(before, company, violations);
  CheckFields(session, v1::ENTITY_COMPANY, before.id(), before.fields(), *company.mutable_fields(), "company.fields",
              violations, uniqueness);
  CheckMayEditSystemFields(session, v1::ENTITY_COMPANY, before, company, violations);
  Users(session).RequireUser(company.responsible_user_id(), kManagerOfCompany, violations);
  if (company.time_zone() != before.time_zone()) {
    RequireTimeZone(company.time_zone(), "company.time_zone", violations);
  }
}

Company MatchedOrMade(Session& session, Company typed) {
  Companies companies(session);
  auto known = typed.tax_number().empty() ? companies.Named(CompanyKey(typed.name()))
                                          : companies.WithTaxNumber(typed.tax_number());
  if (known && !SeesCompany(session, known->id())) {
    throw CompanyOfAnother(session, "company", known->id(), known->responsible_user_id());
  }
  if (known && !HoldCompany(session, known->id())) throw storage::Retryable(0, "the company is being merged");
  if (known) return *std::move(known);
  CheckNewResponsible(session, 0, typed.responsible_user_id(), kManagerOfCompany);
  return companies.Add(std::move(typed));
}

Company CreateCompany(Session& session, const v1::CreateCompanyRequest& request) {
  Company company = request.company();
  rpc::Violations violations;
  CheckCompany(session, {}, company, violations);
  violations.ThrowIfAny();
  CheckNewResponsible(session, 0, company.responsible_user_id(), kManagerOfCompany);
  return Companies(session).Add(std::move(company));
}

Company GetCompany(Session& session, const v1::GetCompanyRequest& request) {
  auto company = Companies(session).Find(request.company_id());
  if (!company || !SeesCompany(session, company->id())) {
    throw ClientAbsent(session, v1::CLIENT_KIND_COMPANY, request.company_id());
  }
  return *std::move(company);
}

CompanyEdit EditCompany(Session& session, const v1::UpdateCompanyRequest& request, rpc::Violations& violations) {
  CompanyEdit edit{Companies(session).Lock(request.company_id()), std::nullopt};
  RequireSeen(session, edit.before);
  CheckMayChange(session.caller, edit.before);
  edit.after = rpc::Updated(edit.before, request.company(), request, violations);
  if (edit.after) CheckCompany(session, edit.before, *edit.after, violations);
  return edit;
}

void CheckMaySave(Session& session, const CompanyEdit& edit, const CompanyGuard& guard, rpc::Violations& violations) {
  const auto& [before, after] = edit;
  if (!after) return;
  CheckNewResponsible(session, before.responsible_user_id(), after->responsible_user_id(), kManagerOfCompany,
                      violations);
  guard(session, before, *after, violations);
}

Company Save(Session& session, const CompanyEdit& edit) {
  return edit.after ? Companies(session).Save(edit.before, *edit.after) : edit.before;
}

Company UpdateCompany(Session& session, const v1::UpdateCompanyRequest& request, const CompanyGuard& guard) {
  rpc::Violations violations;
  const auto edit = EditCompany(session, request, violations);
  violations.ThrowIfAny();
  CheckMaySave(session, edit, guard, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
  return Save(session, edit);
}

v1::ListCompaniesResponse ListCompanies(Session& session, const v1::ListCompaniesRequest& request) {
  const rpc::Page page(request, {0, request.newest_first() ? std::numeric_limits<int64_t>::max() : 0});
  const CompanyFilter filter{CompanyKey(request.name()), TaxNumber(request.tax_number()),
                             IndexFilter(session, v1::ENTITY_COMPANY, request.field_filters()),
                             request.responsible_user_id(), request.newest_first()};
  FoundCompanies found;
  if (CanMatch(request, filter)) {
    found = Companies(session).Matching(filter, {page.key(0), page.key(1)}, page.limit());
  }
  v1::ListCompaniesResponse response;
  page.Fill(std::move(found.companies), response.mutable_companies(), response.mutable_next_page_token(),
            [&exact = found.exact](const Company& company) {
              return std::vector<int64_t>{exact.contains(company.id()) ? 0 : 1, company.id()};
            });
  if (found.next && response.next_page_token().empty()) {
    response.set_next_page_token(page.Token({found.next->is_longer, found.next->id}));
  }
  return response;
}

}  // namespace voronka::crm
