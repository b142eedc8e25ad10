import { Puppet } from 'wechaty-puppet'

/** A messenger was asked for something that this channel does not have. */
export class NotOnThisChannel extends Error {
  override readonly name = 'NotOnThisChannel'
}

const refuse = (what: string): Promise<never> => Promise.reject(new NotOnThisChannel(`this channel has no ${what}`))

/** A puppet that has nothing but text and pictures: whatever else Wechaty may ask is refused in one place. */
export abstract class RefusingPuppet extends Puppet {
  override contactSelfName(): Promise<never> {
    return refuse('contactSelfName')
  }
  override contactSelfQRCode(): Promise<never> {
    return refuse('contactSelfQRCode')
  }
  override contactSelfSignature(): Promise<never> {
    return refuse('contactSelfSignature')
  }
  override contactAlias(): Promise<never> {
    return refuse('contactAlias')
  }
  override contactAvatar(): Promise<never> {
    return refuse('contactAvatar')
  }
  override contactPhone(): Promise<never> {
    return refuse('contactPhone')
  }
  override contactCorporationRemark(): Promise<never> {
    return refuse('contactCorporationRemark')
  }
  override contactDescription(): Promise<never> {
    return refuse('contactDescription')
  }

  override conversationReadMark(): Promise<void> {
    return Promise.resolve()
  }

  override messageContact(): Promise<never> {
    return refuse('messageContact')
  }
  override messageMiniProgram(): Promise<never> {
    return refuse('messageMiniProgram')
  }
  override messageUrl(): Promise<never> {
    return refuse('messageUrl')
  }
  override messageLocation(): Promise<never> {
    return refuse('messageLocation')
  }
  override messageForward(): Promise<never> {
    return refuse('messageForward')
  }
  override messageSendContact(): Promise<never> {
    return refuse('messageSendContact')
  }
  override messageSendLocation(): Promise<never> {
    return refuse('messageSendLocation')
  }
  override messageSendMiniProgram(): Promise<never> {
    return refuse('messageSendMiniProgram')
  }
  override messageSendPost(): Promise<never> {
    return refuse('messageSendPost')
  }
  override messageSendUrl(): Promise<never> {
    return refuse('messageSendUrl')
  }
  override messageRecall(): Promise<boolean> {
    return Promise.resolve(false)
  }

  override roomAdd(): Promise<never> {
    return refuse('roomAdd')
  }
  override roomAnnounce(): Promise<never> {
    return refuse('roomAnnounce')
  }
  override roomAvatar(): Promise<never> {
    return refuse('roomAvatar')
  }
  override roomCreate(): Promise<never> {
    return refuse('roomCreate')
  }
  override roomDel(): Promise<never> {
    return refuse('roomDel')
  }
  override roomQRCode(): Promise<never> {
    return refuse('roomQRCode')
  }
  override roomQuit(): Promise<never> {
    return refuse('roomQuit')
  }
  override roomTopic(): Promise<never> {
    return refuse('roomTopic')
  }
  override roomInvitationAccept(): Promise<never> {
    return refuse('roomInvitationAccept')
  }
  override roomInvitationRawPayload(): Promise<never> {
    return refuse('roomInvitationRawPayload')
  }
  override roomInvitationRawPayloadParser(): Promise<never> {
    return refuse('roomInvitationRawPayloadParser')
  }

  override friendshipAccept(): Promise<never> {
    return refuse('friendshipAccept')
  }
  override friendshipAdd(): Promise<never> {
    return refuse('friendshipAdd')
  }
  override friendshipSearchPhone(): Promise<null> {
    return Promise.resolve(null)
  }
  override friendshipSearchHandle(): Promise<null> {
    return Promise.resolve(null)
  }
  override friendshipRawPayload(): Promise<never> {
    return refuse('friendshipRawPayload')
  }
  override friendshipRawPayloadParser(): Promise<never> {
    return refuse('friendshipRawPayloadParser')
  }

  override tagContactAdd(): Promise<never> {
    return refuse('tagContactAdd')
  }
  override tagContactDelete(): Promise<never> {
    return refuse('tagContactDelete')
  }
  override tagContactList(): Promise<string[]> {
    return Promise.resolve([])
  }
  override tagContactRemove(): Promise<never> {
    return refuse('tagContactRemove')
  }

  override postPublish(): Promise<never> {
    return refuse('postPublish')
  }
  override postRawPayload(): Promise<never> {
    return refuse('postRawPayload')
  }
  override postRawPayloadParser(): Promise<never> {
    return refuse('postRawPayloadParser')
  }
  override postSearch(): Promise<never> {
    return refuse('postSearch')
  }
  override tap(): Promise<never> {
    return refuse('tap')
  }
  override tapSearch(): Promise<never> {
    return refuse('tapSearch')
  }
}
