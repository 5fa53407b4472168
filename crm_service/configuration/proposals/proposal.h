#pragma once

#include <vector>

#include "crm_service/configuration/documents/account_configuration.h"
#include "crm_service/configuration/documents/document_text.h"
#include "crm_service/configuration/proposals/deal_moves.h"
#include "crm_service/configuration/proposals/merged.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// Something that speaks against a proposal.
struct Objection {
  rpc::Code code;
  rpc::Violation violation;
  Place place;
};

// What applying a document would do.
struct Proposal {
  AccountConfiguration before;
  AccountConfiguration after;
  DealMoves deal_moves;
  std::vector<v1::ConfigurationDifference> differences;
  // All at once. Empty: it may be carried out.
  std::vector<Objection> objections;
};

Proposal Propose(rpc::Session& session, const ReadDocument& wanted, Others others);

// With the line in its text. Throws if there is an objection: INVALID_ARGUMENT, or FAILED_PRECONDITION if only the
// account's data objects.
void RefuseIfAny(const std::vector<Objection>& objections);

}  // namespace voronka::crm
