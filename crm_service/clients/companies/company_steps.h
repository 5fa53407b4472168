#pragma once

#include <functional>
#include <optional>

#include "crm_service/fields/values/checked_fields.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {

// Adds why a company may not change so. A later wing knows what relies on companies; crm.cc registers it.
using CompanyGuard = std::function<void(rpc::Session& session, const v1::Company& before, const v1::Company& after,
                                        rpc::Violations& violations)>;

// A company that is locked, and what a request makes of it.
struct CompanyEdit {
  v1::Company before;
  // Nothing: it changes nothing.
  std::optional<v1::Company> after;
};

// Normalises a company that a request wants to be so, and adds what is wrong with it, at `company.…`.
void CheckCompany(rpc::Session& session, const v1::Company& before, v1::Company& company, rpc::Violations& violations,
                  Uniqueness uniqueness = Uniqueness::kChecked);
// The company with the tax number, or of that name if none is typed, or else a new one. `typed` has been checked.
v1::Company MatchedOrMade(rpc::Session& session, v1::Company typed);

v1::Company CreateCompany(rpc::Session& session, const v1::CreateCompanyRequest& request);
v1::Company GetCompany(rpc::Session& session, const v1::GetCompanyRequest& request);
// An update in three parts, as that of a contact (contact_steps.h).
CompanyEdit EditCompany(rpc::Session& session, const v1::UpdateCompanyRequest& request, rpc::Violations& violations);
void CheckMaySave(rpc::Session& session, const CompanyEdit& edit, const CompanyGuard& guard,
                  rpc::Violations& violations);
v1::Company Save(rpc::Session& session, const CompanyEdit& edit);
v1::Company UpdateCompany(rpc::Session& session, const v1::UpdateCompanyRequest& request, const CompanyGuard& guard);
v1::ListCompaniesResponse ListCompanies(rpc::Session& session, const v1::ListCompaniesRequest& request);

}  // namespace voronka::crm
