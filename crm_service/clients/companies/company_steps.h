#pragma once

#include <functional>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {

// Throws if a company may not change so. A later wing knows what relies on companies; crm.cc registers it.
using CompanyGuard = std::function<void(rpc::Session& session, const v1::Company& before, const v1::Company& after)>;

// Normalises a company that a request wants to be so, and adds what is wrong with it, at `company.…`.
void CheckCompany(rpc::Session& session, const v1::Company& before, v1::Company& company, rpc::Violations& violations);
// The company with the tax number, or of that name if none is typed, or else a new one. `typed` has been checked.
v1::Company MatchedOrMade(rpc::Session& session, v1::Company typed);

v1::Company CreateCompany(rpc::Session& session, const v1::CreateCompanyRequest& request);
v1::Company GetCompany(rpc::Session& session, const v1::GetCompanyRequest& request);
v1::Company UpdateCompany(rpc::Session& session, const v1::UpdateCompanyRequest& request, const CompanyGuard& guard);
v1::ListCompaniesResponse ListCompanies(rpc::Session& session, const v1::ListCompaniesRequest& request);

}  // namespace voronka::crm
