#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/merge.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// A deal that is to lead to another client.
struct DealPassing {
  v1::ClientKind kind;
  int64_t deal_id;
  int64_t from;
  int64_t to;
  // Of its timeline.
  v1::TimelineEntry::Kind entry_kind;
  std::string text;
};

// Locks the deal and passes it on if it leads to `from`. Whether it did. Deals are of a later wing: crm.cc registers
// it.
using PassDeal = std::function<bool(rpc::Session& session, const DealPassing& passing)>;

// What leads to a client, and how it comes to lead to another. Whoever moves links has locked both clients.
class ClientLinks {
 public:
  ClientLinks(rpc::Session& session, v1::ClientKind kind, const PassDeal& pass_deal)
      : session_(session), kind_(kind), pass_deal_(pass_deal) {}

  // Notes in `record` what leads to the client. Adds TOO_MANY_LINKS if that is more than one call can move.
  void Find(int64_t client_id, v1::MergeRecord& record, rpc::Violations& violations);
  // Lets all of that lead to the survivor. Notes what a deal would have twice, and so loses. `text`: for timelines.
  void Move(int64_t from, int64_t to, const std::string& text, v1::MergeRecord& record);
  // Moves back what still leads to the survivor, and names the rest.
  void MoveBack(const v1::Merge& merge, const v1::MergeRecord& record, const std::string& text,
                v1::UndoMergeResponse& response);

 private:
  void MoveDealContact(int64_t id, int64_t from, int64_t to, v1::MergeRecord& record);
  void ReturnDropped(const v1::DealContact& dropped);
  bool PassContact(int64_t contact_id, int64_t from, int64_t to);
  bool PassFile(int64_t file_id, int64_t from, int64_t to);
  void PassUploads(const v1::MergeRecord& record, int64_t from, int64_t to);
  void NameLaterDeals(const v1::Merge& merge, v1::UndoMergeResponse& response);

  rpc::Session& session_;
  const v1::ClientKind kind_;
  const PassDeal& pass_deal_;
};

}  // namespace voronka::crm
