import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'internet-gateway',
  name: 'Internet Gateway',
  shortName: 'Internet gateway',
  category: 'networkingContentDelivery',
  aliases: ['igw', 'internet gw', 'vpc internet gateway'],
  purposes: ['internet access', 'public subnet', 'route to internet', 'way in', 'way out'],
  icon: 'resource/AmazonVPCInternetGateway',
  scope: 'vpc',
  traits: ['networkGateway'],
  summary: 'Connects a VPC to the internet; redundant by itself.',
  facts: [
    yesNo('attached', 'Attached to a VPC', ['Is {label} in use?', 'Is {label} attached to a VPC?']),
  ],
})
