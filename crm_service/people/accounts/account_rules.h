#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::crm {

// Fills what nobody chose with Europe/Moscow, RUB and ru.
void FillDefaults(v1::Account& account);

// `prefix` leads to the account in the request, as `account.`.
void CheckAccount(const v1::Account& account, const std::string& prefix, rpc::Violations& violations);

}  // namespace voronka::crm
