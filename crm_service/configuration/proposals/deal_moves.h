#pragma once

#include <map>
#include <string>
#include <vector>

#include "crm_service/configuration/documents/account_configuration.h"
#include "crm_service/sales/pipelines/stage_moves.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// By the key of the pipeline.
using DealMoves = std::map<std::string, StageMoves>;

// Those that a document wants and that concern stages which go. Adds what is wrong with them. Pure.
DealMoves CheckedMoves(const v1::Configuration& wanted, const AccountConfiguration& before,
                       const AccountConfiguration& after, rpc::Violations& violations);

// How many deals go where.
std::vector<v1::ConfigurationDifference> DifferencesOf(rpc::Session& session, const DealMoves& moves,
                                                       const AccountConfiguration& before,
                                                       const AccountConfiguration& after);

}  // namespace voronka::crm
